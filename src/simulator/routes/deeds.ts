/** What the page does: with a phone, and with the clock. */
import express, { type Request, type Response, type Router } from 'express'
import { z } from 'zod'
import { PhoneRefusal } from '../refusal.ts'
import { refusals } from '../texts.ts'
import type { PageParts } from './page.ts'

const json = express.json({ limit: '128kb' })
const file = express.raw({ type: () => true, limit: '10mb' })

const Name = z.object({ name: z.string() })
const Text = z.object({ text: z.string() })
const Postback = z.object({
  data: z.string(),
  displayText: z.string().optional(),
  params: z.record(z.string(), z.string()).optional(),
})
const MessageId = z.object({ messageId: z.string() })
const Move = z.union([z.strictObject({ days: z.number() }), z.strictObject({ to: z.string() })])
const ImageInSet = z.object({
  set: z.string(),
  index: z.coerce.number().int().positive(),
  total: z.coerce.number().int().positive(),
})

export function deedRoutes({ book, phone, mover }: PageParts): Router {
  const router = express.Router()
  router.post('/clock', json, async (req, res) => {
    res.json({ now: (await mover.move(read(Move, req.body))).toISOString() })
  })
  router.post('/phones', json, async (req, res) => {
    res.status(201).json({ phone: await book.add(read(Name, req.body).name) })
  })

  const deed = (path: string, act: (id: string, req: Request<{ id: string }>) => Promise<string>) => {
    router.post<{ id: string }>(`/phones/:id/${path}`, path === 'photo' || path === 'file' ? file : json, (req, res) =>
      done(res, act(req.params.id, req)),
    )
  }
  deed('text', (id, { body }) => phone(id).say(read(Text, body).text))
  deed('postback', (id, { body }) => {
    const { data, displayText, params } = read(Postback, body)
    return phone(id).postback(data, displayText, params)
  })
  deed('photo', (id, req) => phone(id).sendPhoto(bytesOf(req), req.get('content-type'), setOf(req)))
  deed('file', (id, req) => {
    const { name } = read(Name, req.query)
    return phone(id).sendFile(bytesOf(req), name, req.get('content-type'))
  })
  deed('sticker', (id) => phone(id).sendSticker())
  deed('follow', (id) => phone(id).follow())
  deed('block', (id) => phone(id).block())
  deed('unsend', (id, { body }) => phone(id).unsend(read(MessageId, body).messageId))
  return router
}

async function done(res: Response, deed: Promise<string>): Promise<void> {
  res.json({ webhookEventId: await deed })
}

function read<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new PhoneRefusal(refusals.badRequest)
  return parsed.data
}

function bytesOf(req: Request<{ id: string }>): Buffer {
  return Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0)
}

/** `?set=ID&index=1&total=3` of photos that were chosen together. */
function setOf(req: Request<{ id: string }>) {
  if (req.query.set === undefined) return undefined
  const { set, index, total } = read(ImageInSet, req.query)
  return { id: set, index, total }
}
