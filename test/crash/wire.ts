/**
 * A piece of wire between LINE and the bot that can be cut at the worst moment: it passes HTTP requests on as they are, and
 * is told what passes. A request whose other end is gone, or that is dropped, loses its connection without an answer.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { Agent, request } from 'undici'

/** @template Goal whoever is at the other end */
export interface Passing<Goal extends { readonly origin: string }> {
  /** Who gets the next request; undefined: nobody is there. */
  goal(): Goal | undefined
  /** The request has come; false drops it. */
  onRequest?(path: string, goal: Goal): boolean
  /** The answer has come; false drops it. */
  onAnswer?(path: string, goal: Goal, status: number): boolean
}

export interface Wire {
  readonly origin: string
  close(): Promise<void>
}

/** About one connection, not about what it carries. */
const HOP_BY_HOP = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'host']

export async function openWire<Goal extends { readonly origin: string }>(passing: Passing<Goal>): Promise<Wire> {
  const agent = new Agent()
  const server = createServer((req, res) => {
    pass(passing, agent, req, res).catch(() => res.destroy())
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await agent.destroy()
      await closed
    },
  }
}

async function pass<Goal extends { readonly origin: string }>(
  passing: Passing<Goal>,
  agent: Agent,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const path = req.url ?? '/'
  const body = await buffer(req)
  const goal = passing.goal()
  if (!goal || passing.onRequest?.(path, goal) === false) return void res.destroy()
  const answer = await request(goal.origin + path, {
    dispatcher: agent,
    method: (req.method ?? 'GET') as 'GET',
    headers: endToEnd(req.headers),
    body: body.length > 0 ? body : null,
  })
  const bytes = await answer.body.bytes()
  if (passing.onAnswer?.(path, goal, answer.statusCode) === false) return void res.destroy()
  res.writeHead(answer.statusCode, endToEnd(answer.headers)).end(bytes)
}

function endToEnd(headers: IncomingMessage['headers']): Record<string, string | string[]> {
  const kept = Object.entries(headers).filter(([name, value]) => value !== undefined && !HOP_BY_HOP.includes(name))
  return Object.fromEntries(kept) as Record<string, string | string[]>
}
