/**
 * Invitations: codes that a person can read to another over the phone, each good for one registration with the role and
 * the provinces it was made for.
 */
import { randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { v7 as newRecordId } from 'uuid'
import type { Change, Role } from '../bot/types.ts'
import { SetupError } from '../errors.ts'
import { readProvince } from '../pairs/index.ts'
import type { Reader, Store, Stored } from '../store/index.ts'
import { audit } from './audit.ts'
import { addInvitation, invitationByHash } from './people-store.ts'
import { type Invitation, ROLES } from './person.ts'
import { texts } from './texts.ts'

/** No 0, O, 1 or I: over the phone they are one another. 32 letters, so 5 bits each. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const CODE_LENGTH = 8
const GOOD_FOR_DAYS = 14
const DAY_MS = 24 * 60 * 60 * 1000

const derive = promisify<string, string, number, Buffer>(scrypt)

export interface NewInvitation {
  readonly code: string
  readonly role: Role
  /** An officer who steps in when no other can be reached. */
  readonly backup?: true
  readonly provinces: readonly string[]
  readonly expiresAt: Date
}

interface Wanted {
  /** 'officer', 'backup', 'supervisor' or 'admin'. */
  readonly role: string
  readonly provinces: readonly string[]
  readonly now: Date
}

/**
 * Makes and stores an invitation; the code is in the answer and nowhere else.
 * @throws SetupError when the role or a province cannot be read, saying what to write instead
 */
export async function makeInvitation(store: Store, wanted: Wanted): Promise<NewInvitation> {
  const { made, changes } = await newInvitation(wanted, 'system')
  await store.transaction((tx) => {
    for (const change of changes) change(tx)
  })
  return made
}

/**
 * The same, to be written in a transaction of the caller's.
 * @param actor who makes it, for the audit log
 * @throws SetupError as `makeInvitation`
 */
export async function newInvitation(
  { now, ...wanted }: Wanted,
  actor: string,
): Promise<{ readonly made: NewInvitation; readonly changes: readonly Change[] }> {
  const isBackup = wanted.role === 'backup'
  const role = isBackup ? 'officer' : readRole(wanted.role)
  const provinces = readProvinces(role, wanted.provinces)
  const code = newCode()
  const expiresAt = new Date(now.getTime() + GOOD_FOR_DAYS * DAY_MS)
  const id = newRecordId({ msecs: now.getTime() })
  const granted = { role, provinces, ...(isBackup ? { backup: true as const } : {}) }
  const invitation = { id, codeHash: await hashCode(code), ...granted, createdAt: now, expiresAt }
  const entry = audit({ at: now, actor, action: 'invitation.made', target: id, after: granted })
  return { made: { code, ...granted, expiresAt }, changes: [addInvitation(invitation), entry] }
}

/**
 * A link that opens the chat with the words filled in; the person only sends them. It can be made into a QR code.
 * @param basicId the account's id in LINE, such as '@123abcde'
 */
export function invitationLink(basicId: string, code: string): string {
  const words = texts.registerWith(code)
  return `https://line.me/R/oaMessage/${encodeURIComponent(basicId)}/?${encodeURIComponent(words)}`
}

export type InvitationRead =
  | { readonly ok: true; readonly invitation: Stored<Invitation> }
  | { readonly ok: false; readonly why: 'unknown' | 'used' | 'expired' }

/** The invitation behind a code as a person typed it. */
export async function readInvitation(read: Reader, typed: string, now: Date): Promise<InvitationRead> {
  const code = readCode(typed)
  const invitation = code && (await invitationByHash(read, await hashCode(code)))
  return invitation ? stillGood(invitation, now) : { ok: false, why: 'unknown' }
}

export function stillGood(invitation: Stored<Invitation>, now: Date): InvitationRead {
  if (invitation.usedAt) return { ok: false, why: 'used' }
  if (invitation.expiresAt <= now) return { ok: false, why: 'expired' }
  return { ok: true, invitation }
}

/** 'k7qm 4rxt' -> 'K7QM-4RXT'; undefined when it cannot be a code. */
export function readCode(typed: string): string | undefined {
  const letters = typed.toUpperCase().replace(/[\s\p{Pd}_.]/gu, '')
  const isCode = letters.length === CODE_LENGTH && [...letters].every((letter) => ALPHABET.includes(letter))
  return isCode ? inGroups(letters) : undefined
}

function newCode(): string {
  const letters = Array.from(randomBytes(CODE_LENGTH), (byte) => ALPHABET[byte % ALPHABET.length])
  return inGroups(letters.join(''))
}

function inGroups(letters: string): string {
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

/**
 * Codes are stored as a slow hash: a backup that goes astray lets nobody register. The salt is fixed, since a code is
 * looked up by its hash; codes are random, so nothing is gained by knowing it.
 */
async function hashCode(code: string): Promise<string> {
  return (await derive(code, 'sister-city invitation', 16)).toString('hex')
}

function readRole(role: string): Role {
  const known = ROLES.find((name) => name === role)
  if (!known) throw new SetupError([texts.invite.unknownRole(role)])
  return known
}

function readProvinces(role: Role, names: readonly string[]): string[] {
  if (role === 'admin' && names.length > 0) throw new SetupError([texts.invite.adminHasNone])
  if (role !== 'admin' && names.length === 0) throw new SetupError([texts.invite.needsProvince(role)])
  return [...new Set(names.map(readOneProvince))]
}

function readOneProvince(name: string): string {
  const found = readProvince(name)
  if (found.kind === 'one') return found.province
  const problem =
    found.kind === 'several' ? texts.invite.severalProvinces(name, found.provinces) : texts.invite.unknownProvince(name)
  throw new SetupError([problem])
}
