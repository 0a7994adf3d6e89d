/** A program under test in a process of its own, and what it costs, read from Linux's /proc. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { NODE_FLAGS } from '../support/start-command.ts'

/** In which /proc counts CPU time; the same on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100

export interface Child {
  readonly pid: number
  /** CPU time used so far, user and system. */
  cpuSeconds(): number
  rssMiB(): number
  isRunning(): boolean
  stop(): Promise<void>
}

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})
// Without these, a run that is broken off would leave its programs behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

/**
 * @param url of the program's file
 * @param nodeFlags what its own start command gives to node
 * @param logFile where its output goes: a file, as under a service manager
 */
export function startChild(
  url: string,
  nodeFlags: readonly string[],
  env: Readonly<Record<string, string>>,
  logFile: string,
): Child {
  const log = openSync(logFile, 'a')
  const flags = [...nodeFlags, ...(process.env.BENCH_NODE_FLAGS?.split(' ') ?? [])]
  const child = spawn(process.execPath, [...flags, fileURLToPath(url)], {
    env: environment(env),
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  watch(child)
  const pid = child.pid ?? 0
  return {
    pid,
    cpuSeconds: () => cpuSecondsOf(pid),
    rssMiB: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024,
    isRunning: () => isRunning(child),
    stop: () => stop(child),
  }
}

/** Runs a job of the program's to its end, with the program's own flags for node; it prints its figures as JSON. */
export async function runJob<Figures>(url: string, settings: unknown): Promise<Figures> {
  const child = spawn(process.execPath, [...NODE_FLAGS, fileURLToPath(url), JSON.stringify(settings)], {
    env: environment({}),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  watch(child)
  const printed = text(child.stdout)
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${url} ended with ${code}`)
  return JSON.parse(await printed) as Figures
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

function environment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { PATH = '', HOME = '' } = process.env
  return { PATH, HOME, HOST: '127.0.0.1', ...more }
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null
}

function watch(child: ChildProcess): void {
  running.add(child)
  child.once('exit', () => running.delete(child))
}

async function stop(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

function cpuSecondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}
