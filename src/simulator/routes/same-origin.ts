/**
 * Only the simulator's own page may change something: it listens on this machine, where any site that is open in the
 * same browser could send requests as well.
 */
import type { RequestHandler } from 'express'
import { PhoneRefusal } from '../refusal.ts'
import { refusals } from '../texts.ts'

/** Body types that a foreign page's form can send without asking first. */
const FORM_TYPES = /^(text\/plain|multipart\/form-data|application\/x-www-form-urlencoded)/i

export const sameOriginOnly: RequestHandler = (req, _res, next) => {
  if (req.method === 'GET' || req.method === 'HEAD') return next()
  const origin = req.get('origin')
  const isOwn = origin ? hostOf(origin) === req.get('host') : !FORM_TYPES.test(req.get('content-type') ?? 'text/plain')
  next(isOwn ? undefined : new PhoneRefusal(refusals.otherOrigin, 403))
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
