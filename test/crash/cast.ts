/** Who talks to the bot: guests with new phones, and officers who are registered in its store before it starts. */
import { systemClock } from '../../src/clock.ts'
import { readConfig } from '../../src/config.ts'
import { registerPersona } from '../../src/people/index.ts'
import { openProgramStore } from '../../src/program-store.ts'
import type { PhoneView } from '../../src/simulator/types.ts'
import type { Settings } from '../support/program.ts'
import { chatAsGuest } from './guest.ts'
import { Officer } from './officer.ts'
import { type Ledger, Speaker } from './people.ts'
import type { Platform } from './platform.ts'
import type { Random } from './random.ts'

/** Each has two pairs at least; one officer each. */
const PROVINCES = ['เชียงราย', 'ขอนแก่น', 'ภูเก็ต', 'มุกดาหาร', 'เชียงใหม่']
const HASTY_OFFICERS = 2
const GUESTS = 5
const GUEST_MEAN_MS = 450
const OFFICER_MEAN_MS = 120

/** Plays one person's part until it is over. */
export type Part = (isOver: () => boolean) => Promise<void>

export async function gatherCast(
  platform: Platform,
  settings: Settings,
  ledger: Ledger,
  random: Random,
): Promise<readonly Part[]> {
  const officers: PhoneView[] = []
  for (const province of PROVINCES) officers.push(await platform.simulator.addPhone(`officer ${province}`))
  await register(settings, officers)
  const guests: PhoneView[] = []
  for (let n = 1; n <= GUESTS; n += 1) guests.push(await platform.simulator.addPhone(`guest ${n}`))
  // A guest's questions do not build on each other: theirs may come in any order.
  for (const { id } of guests) ledger.disordered.add(id)

  const speaker = ({ id }: PhoneView) => new Speaker(id, platform, ledger)
  return [
    ...guests.map(
      (phone): Part =>
        (isOver) =>
          chatAsGuest(speaker(phone), random, GUEST_MEAN_MS, isOver),
    ),
    ...officers.map((phone, n): Part => {
      const habits = { isHasty: n < HASTY_OFFICERS, meanMs: OFFICER_MEAN_MS }
      return (isOver) => new Officer(speaker(phone), ledger, random, habits).work(isOver)
    }),
  ]
}

async function register(settings: Settings, phones: readonly PhoneView[]): Promise<void> {
  const store = await openProgramStore(readConfig({ ...settings }))
  for (const [n, { userId, name }] of phones.entries()) {
    const provinces = PROVINCES.slice(n, n + 1)
    const who = { userId, name, provinces, role: 'officer', position: 'นักวิเคราะห์นโยบายและแผน' } as const
    await registerPersona(store, { ...who, now: systemClock.now() })
  }
  await store.close()
}
