/**
 * The program as whoever installs it has it: a process of its own, started by its command line, spoken to through
 * signals, files and sockets alone. What a test leaves running ends with the tests.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { START_COMMAND } from './start-command.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const LISTENS_AT = /(?:open|Listening on) (http:\/\/[^\s;/]+)/

export type Settings = Readonly<Record<string, string>>

export interface Exit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface Program {
  readonly pid: number
  /** Where it listens, once it says so; rejects when it ends before. */
  readonly ready: Promise<string>
  readonly exited: Promise<Exit>
  stdout(): string
  isRunning(): boolean
  /** Whether any process is left of all that this one has started. */
  hasDescendants(): boolean
  /** Ends it with this signal, if it still runs. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<Exit>
}

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) killGroup(child)
})

/** npm, and what it has started. */
function killGroup({ pid }: ChildProcess): void {
  if (pid && isThere(-pid)) process.kill(-pid, 'SIGKILL')
}

/** Ends whatever a test left running. */
export async function endPrograms(): Promise<void> {
  const ends = [...running].map((child) => once(child, 'exit'))
  for (const child of running) killGroup(child)
  await Promise.all(ends)
}

export function startProgram(settings: Settings, command = START_COMMAND): Program {
  const [name = '', ...args] = command
  // A group of its own, so that it can be seen whether all of it has ended.
  const child = spawn(name, args, {
    cwd: ROOT,
    env: environment(settings),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => (said.stdout += chunk))
  child.stderr.on('data', (chunk) => (said.stderr += chunk))
  const pid = child.pid ?? 0
  const exited = new Promise<Exit>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      running.delete(child)
      resolve({ code, signal, ...said })
    })
  })
  const ready = whenReady(child, said, exited)
  ready.catch(() => {})
  const isRunning = () => child.exitCode === null && child.signalCode === null
  return {
    pid,
    ready,
    exited,
    isRunning,
    stdout: () => said.stdout,
    hasDescendants: () => isThere(-pid),
    end(signal) {
      if (isRunning()) child.kill(signal)
      return exited
    },
  }
}

/** Runs the program, or a command of it, to its end. */
export function runProgram(settings: Settings, command = START_COMMAND): Promise<Exit> {
  return startProgram(settings, command).exited
}

/** A port that was free a moment ago: for a program that must be found again after a restart. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

function whenReady(child: ChildProcess, said: { stdout: string; stderr: string }, exited: Promise<Exit>) {
  return new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const origin = LISTENS_AT.exec(said.stdout)?.[1]
      if (origin) resolve(origin)
    })
    exited.then(({ code, signal, stderr }) => reject(new Error(`ended with ${code ?? signal}: ${stderr}`)), reject)
  })
}

/** Nothing of the machine's own settings but where programs are. */
function environment(settings: Settings): NodeJS.ProcessEnv {
  const { PATH = '', HOME = '' } = process.env
  const path = [join(ROOT, 'node_modules/.bin'), PATH].join(delimiter)
  // Nothing but speed: a program is started many times.
  const NODE_COMPILE_CACHE = join(ROOT, 'node_modules/.cache/node-compile')
  return { PATH: path, HOME, NODE_COMPILE_CACHE, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error', ...settings }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
