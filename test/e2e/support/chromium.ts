/** A real Chromium, found where Debian or `CHROMIUM_PATH` puts it, and kept off the network. */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const NAMES = ['chromium', 'google-chrome']
/** Only root needs the first; the rest keep the browser from asking its maker for anything. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(process.env),
    args: FLAGS,
  })
}

/** @throws Error that says what to install when there is none */
function findChromium({ CHROMIUM_PATH, PATH = '' }: NodeJS.ProcessEnv): string {
  if (CHROMIUM_PATH) {
    if (isProgram(CHROMIUM_PATH)) return CHROMIUM_PATH
    throw new Error(`CHROMIUM_PATH names no program: ${CHROMIUM_PATH}`)
  }
  const places = NAMES.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)))
  const found = ['/usr/bin/chromium', ...places].find(isProgram)
  if (found) return found
  throw new Error('The browser tests need Chromium: apt-get install chromium, or set CHROMIUM_PATH to the program')
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
