/**
 * Logs a person can follow by event id. Never a token, a secret, a reply token, a full user id, or the text of a message;
 * ERROR means that a person must act.
 */
import { type DestinationStream, type Logger, pino } from 'pino'

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>

const SECRETS = ['token', 'accessToken', 'channelSecret', 'replyToken', 'authorization', 'text', 'messages', 'body']

/** @param level one of pino's levels, or 'silent' */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    redact: { paths: SECRETS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[hidden]' },
  }
  return destination ? pino(options, destination) : pino(options)
}

/** Enough of a LINE user id to tell two people apart in a log, too little to address anyone. */
export function maskUserId(userId: string): string {
  return `${userId.slice(0, 5)}…`
}
