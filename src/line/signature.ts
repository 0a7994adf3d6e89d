/**
 * Whether a webhook really comes from LINE: HMAC-SHA256 over the raw bytes, keyed with the channel secret.
 * https://developers.line.biz/en/docs/messaging-api/verify-webhook-signature/
 */
import { validateSignature } from '@line/bot-sdk'

/** Node reads base64 leniently: without this, a signature followed by anything at all would pass. */
const BASE64_OF_32_BYTES = /^[A-Za-z0-9+/]{43}=$/

/** @param header the value of `x-line-signature`, undefined when the request has none */
export function isSignedBy(channelSecret: string, rawBody: Buffer, header: string | undefined): boolean {
  if (header === undefined || !BASE64_OF_32_BYTES.test(header)) return false
  return validateSignature(rawBody, channelSecret, header)
}
