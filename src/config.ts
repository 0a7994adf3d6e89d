/**
 * The only reader of the environment. A value that cannot be right stops the start with one line a problem
 * (`SetupError`), each saying what to do. `.env.example` tells where each value is found.
 */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { SetupError } from './errors.ts'

const LINE_API = 'https://api.line.me'
const LINE_DATA_API = 'https://api-data.line.me'

export interface LineCredentials {
  readonly channelSecret: string
  readonly accessToken: string
  readonly apiBaseUrl: string
  readonly dataApiBaseUrl: string
}

export interface Config {
  /** 'simulator' when no LINE credentials are set: the program starts its own LINE. */
  readonly mode: 'line' | 'simulator'
  readonly host: string
  readonly port: number
  /** Set in LINE mode. */
  readonly line?: LineCredentials
  readonly store: { readonly mongodbUri: string } | { readonly sqliteFile: string }
  /** Where the data is when `MONGODB_URI` is not set; with it, where it may have been. */
  readonly sqliteFile: string
  /** The simulator's own store: chats, tokens, the moved clock. */
  readonly simulatorFile: string
  /** The origin at which LINE and people reach this program. */
  readonly publicUrl?: string
  readonly logLevel: string
}

const origin = (name: string, schemes: readonly string[]) =>
  z
    .string()
    .refine((text) => isOrigin(text, schemes), {
      message: `${name} must be an origin such as ${schemes[0]}//example.go.th, without a path`,
    })
    .transform((text) => new URL(text).origin)

const webOrigin = (name: string) => origin(name, ['https:', 'http:'])
const filled = (name: string, where: string) =>
  z.string().refine((text) => text.trim() !== '', { message: `${name} is set but empty: ${where}` })

const CONSOLE = 'copy it from the LINE Developers Console, or remove it to start the simulator'

const Environment = z.object({
  PORT: z
    .string()
    .default('3000')
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, {
      message: 'PORT must be a number from 0 to 65535, such as 3000',
    })
    .transform(Number),
  HOST: filled('HOST', 'give an address such as 127.0.0.1, or remove it').optional(),
  LINE_CHANNEL_SECRET: filled('LINE_CHANNEL_SECRET', CONSOLE).optional(),
  LINE_CHANNEL_ACCESS_TOKEN: filled('LINE_CHANNEL_ACCESS_TOKEN', CONSOLE).optional(),
  LINE_API_BASE_URL: webOrigin('LINE_API_BASE_URL').optional(),
  LINE_DATA_API_BASE_URL: webOrigin('LINE_DATA_API_BASE_URL').optional(),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/./, 'MONGODB_URI must begin with mongodb:// or mongodb+srv://')
    .optional(),
  DATA_DIR: filled('DATA_DIR', 'give a folder, or remove it for ./data').default('./data'),
  SIMULATOR: z.enum(['0', '1'], 'SIMULATOR must be 1, or removed').optional(),
  PUBLIC_URL: webOrigin('PUBLIC_URL').optional(),
  LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
      'LOG_LEVEL must be trace, debug, info, warn, error or silent',
    )
    .default('info'),
})

type Settings = z.infer<typeof Environment>
type Credentials = { readonly LINE_CHANNEL_SECRET?: string; readonly LINE_CHANNEL_ACCESS_TOKEN?: string }

/** @throws SetupError when a value cannot be right */
export function readConfig(environment: NodeJS.ProcessEnv = loadEnvironment()): Config {
  const read = Environment.safeParse(environment)
  const malformed = read.success ? [] : read.error.issues.map((issue) => issue.message)
  const problems = [...malformed, ...contradictions(environment)]
  if (!read.success || problems.length > 0) throw new SetupError(problems)
  return toConfig(read.data)
}

/** The process's environment, with what `.env` in the working folder adds to it. */
function loadEnvironment(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return process.env
}

/** What cannot be right together, whatever else is wrong: so that one start tells all there is to mend. */
function contradictions(set: NodeJS.ProcessEnv): string[] {
  const problems: string[] = []
  const missing = missingCredential(set)
  if (missing) problems.push(`${missing} is missing: set both LINE credentials for LINE, or neither for the simulator`)
  const isForLine = isLineMode(set) || missing !== undefined
  if (isForLine && set.PUBLIC_URL?.startsWith('http:')) {
    problems.push(
      'PUBLIC_URL must begin with https:// when LINE credentials are set: LINE fetches images over https only',
    )
  }
  if (isLineMode(set) && set.SIMULATOR === '1') {
    problems.push('SIMULATOR=1 and LINE credentials are both set: remove one of them')
  }
  if (!isLineMode(set) && !missing && set.MONGODB_URI && set.SIMULATOR !== '1') {
    problems.push(
      'MONGODB_URI is set but the LINE credentials are not: set them, or set SIMULATOR=1 if play data may go into that database',
    )
  }
  return problems
}

function missingCredential(set: Credentials): string | undefined {
  const hasSecret = set.LINE_CHANNEL_SECRET !== undefined
  const hasToken = set.LINE_CHANNEL_ACCESS_TOKEN !== undefined
  if (hasSecret === hasToken) return undefined
  return hasSecret ? 'LINE_CHANNEL_ACCESS_TOKEN' : 'LINE_CHANNEL_SECRET'
}

function isLineMode(set: Credentials): boolean {
  return set.LINE_CHANNEL_SECRET !== undefined && set.LINE_CHANNEL_ACCESS_TOKEN !== undefined
}

function toConfig(set: Settings): Config {
  const mode = isLineMode(set) ? 'line' : 'simulator'
  const dataDir = resolve(set.DATA_DIR)
  const simulatorDir = join(dataDir, 'simulator')
  const sqliteFile = join(mode === 'simulator' ? simulatorDir : dataDir, 'store.sqlite')
  return {
    mode,
    host: set.HOST ?? (mode === 'simulator' ? '127.0.0.1' : '0.0.0.0'),
    port: set.PORT,
    line: lineCredentials(set),
    store: set.MONGODB_URI ? { mongodbUri: set.MONGODB_URI } : { sqliteFile },
    sqliteFile,
    simulatorFile: join(simulatorDir, 'platform.sqlite'),
    publicUrl: set.PUBLIC_URL,
    logLevel: set.LOG_LEVEL,
  }
}

function lineCredentials(set: Settings): LineCredentials | undefined {
  if (!set.LINE_CHANNEL_SECRET || !set.LINE_CHANNEL_ACCESS_TOKEN) return undefined
  return {
    channelSecret: set.LINE_CHANNEL_SECRET,
    accessToken: set.LINE_CHANNEL_ACCESS_TOKEN,
    apiBaseUrl: set.LINE_API_BASE_URL ?? LINE_API,
    // The data host follows the API host, so that no token goes to the wrong platform.
    dataApiBaseUrl: set.LINE_DATA_API_BASE_URL ?? set.LINE_API_BASE_URL ?? LINE_DATA_API,
  }
}

function isOrigin(text: string, schemes: readonly string[]): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return schemes.includes(url.protocol) && url.pathname === '/' && url.search === '' && url.username === ''
}
