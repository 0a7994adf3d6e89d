/**
 * The program as a stranger starts it (`npm start`, in a folder of its own for its data), and a browser that looks at its
 * page. A test file opens one stage and closes it.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { freePort, type Program, runProgram, startProgram } from '../../support/program.ts'
import { launchChromium } from './chromium.ts'
import { openSimulatorPage, type Screen, type SimulatorPage } from './simulator-page.ts'

export interface Stage {
  /** The page in a window of its own. */
  open(screen: Screen): Promise<SimulatorPage>
  /** Makes an invitation as an operator does, beside the running program. @returns the code */
  invite(role: string, province: string): Promise<string>
  /** kill -9 of the program and all it started. */
  kill(): Promise<void>
  /** Starts it again: same port, same data. */
  start(): Promise<void>
  close(): Promise<void>
}

export async function openStage(): Promise<Stage> {
  const browser = await launchChromium()
  const folder = await mkdtemp(join(tmpdir(), 'sistercity-e2e-'))
  const settings = { PORT: String(await freePort()), DATA_DIR: folder, LOG_LEVEL: 'error' }
  let program = await started(settings)
  return {
    open: async (screen) => openSimulatorPage(browser, await program.ready, screen),
    async invite(role, province) {
      const command = ['npm', 'run', '--silent', 'invite', '--', '--role', role, '--province', province, '--json']
      return JSON.parse((await runProgram(settings, command)).stdout).code
    },
    kill: () => endGroup(program),
    async start() {
      program = await started(settings)
    },
    close: () => close(browser, program, folder),
  }
}

async function started(settings: Readonly<Record<string, string>>): Promise<Program> {
  const program = startProgram(settings, ['npm', 'start'])
  await program.ready
  return program
}

async function close(browser: Browser, program: Program, folder: string): Promise<void> {
  await browser.close()
  await endGroup(program)
  await rm(folder, { recursive: true, force: true })
}

/** npm and the program that it started are one process group. */
async function endGroup({ pid, hasDescendants, exited }: Program): Promise<void> {
  if (hasDescendants()) process.kill(-pid, 'SIGKILL')
  await exited
}
