/** Everything under /simulator: the page, its files, and what it asks for and does. */
import express, { type ErrorRequestHandler, type Router } from 'express'
import type { ClockMover } from '../clock-mover.ts'
import type { Ground } from '../ground.ts'
import type { PhoneBook } from '../phone-book.ts'
import { PhoneRefusal } from '../refusal.ts'
import { refusals } from '../texts.ts'
import type { PhoneHands } from '../types.ts'
import { deedRoutes } from './deeds.ts'
import { LiveStreams } from './live-streams.ts'
import { pageFiles } from './page-files.ts'
import { sameOriginOnly } from './same-origin.ts'
import { viewRoutes } from './views.ts'

export interface PageParts {
  readonly ground: Ground
  readonly book: PhoneBook
  readonly phone: (id: string) => PhoneHands
  readonly mover: ClockMover
}

export class Page {
  readonly router: Router
  readonly #streams: LiveStreams

  constructor(parts: PageParts) {
    this.#streams = new LiveStreams(parts.ground.live)
    const api = express.Router()
    api.use(sameOriginOnly)
    api.get('/events', (req, res) => this.#streams.open(req, res))
    api.use(viewRoutes(parts), deedRoutes(parts))
    api.use(refuse(parts.ground))
    this.router = express.Router()
    this.router.use('/api', api)
    this.router.use(pageFiles())
  }

  /** Ends the event streams, which would else keep the server open. */
  close(): void {
    this.#streams.close()
  }
}

/** Every refusal is a Thai sentence; a bug is logged and shown as one. */
function refuse({ log }: Ground): ErrorRequestHandler {
  return (error: unknown, _req, res, _next) => {
    const { status, say } = explained(error)
    if (status >= 500) log.error({ err: error }, 'simulator: a request of the page failed')
    res.status(status).json({ error: say })
  }
}

function explained(error: unknown): { status: number; say: string } {
  if (error instanceof PhoneRefusal) return { status: error.status, say: error.message }
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500
  if (status === 413) return { status, say: refusals.tooLarge }
  return status >= 400 && status < 500 ? { status, say: refusals.badRequest } : { status: 500, say: refusals.internal }
}
