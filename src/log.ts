/**
 * Logs a person can follow by event id. Never a token, a secret, a reply token, a full user id, or the text of a message;
 * ERROR means that a person must act.
 */
import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino'
import { standardOutput } from './log-output.ts'

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>

type Fields = Record<string, unknown>

const SECRETS = new Set([
  ...['token', 'accessToken', 'channelSecret', 'replyToken', 'authorization'],
  ...['text', 'messages', 'body'],
])
/** As deep as pino writes objects out. */
const DEEPEST = 5

/** @param level one of pino's levels, or 'silent' */
export function createLog(level: string, destination: DestinationStream = standardOutput()): Logger {
  const options = {
    level,
    base: null,
    formatters: { log: (fields: Fields) => withoutSecrets(fields) },
    serializers: { err: (error: Error) => withoutSecrets({ ...stdSerializers.err(error) }) },
  }
  return pino(options, destination)
}

/** Not pino's own redaction: that takes ten times as long as writing the line. What is given stays as it is. */
function withoutSecrets(fields: Fields, depth = 0): Fields {
  const hidden: Fields = {}
  for (const key of Object.keys(fields)) {
    const value = fields[key]
    const shown = SECRETS.has(key) ? '[hidden]' : withoutInner(key, value, depth)
    if (shown !== value) hidden[key] = shown
  }
  if (Object.keys(hidden).length === 0) return fields
  return Array.isArray(fields) ? Object.assign([...fields], hidden) : { ...fields, ...hidden }
}

function withoutInner(key: string, value: unknown, depth: number): unknown {
  const isForSerializer = key === 'err' && value instanceof Error
  if (typeof value !== 'object' || value === null || isForSerializer || depth === DEEPEST) return value
  return withoutSecrets(value as Fields, depth + 1)
}

/** Enough of a LINE user id to tell two people apart in a log, too little to address anyone. */
export function maskUserId(userId: string): string {
  return `${userId.slice(0, 5)}…`
}
