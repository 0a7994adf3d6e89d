/**
 * LINE's API on this machine: both of LINE's hosts at the root of one port (its SDK drops a path prefix). Every call is
 * checked, counted, answered or made to fail, and noted here; what it does stands in the endpoints.
 */
import { timingSafeEqual } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express'
import type { Ground } from '../ground.ts'
import { shown } from '../traffic.ts'
import { type Answer, answerOf, type Call, type Endpoint, ok } from './endpoint.ts'
import type { Faults, Strike } from './faults.ts'
import { errors, LineError } from './line-errors.ts'
import { RateLimits } from './rate.ts'
import { bytesOf, respond, respondBroken } from './respond.ts'

const MAX_BODY_BYTES = 2 * 1024 * 1024

export interface ApiServerOptions {
  readonly ground: Ground
  readonly endpoints: readonly Endpoint[]
  readonly faults: Faults
  readonly accessToken: string
  /** Added by tests: endpoints of the platform itself, not LINE's. */
  readonly control: RequestHandler
}

export class ApiServer {
  readonly #options: ApiServerOptions
  readonly #rates = new RateLimits()
  readonly #server: Server

  constructor(options: ApiServerOptions) {
    this.#options = options
    this.#server = createServer(this.#app())
  }

  get isListening(): boolean {
    return this.#server.listening
  }

  get origin(): string {
    const address = this.#server.address() as AddressInfo | null
    if (!address) throw new Error('the simulator does not listen yet')
    return `http://127.0.0.1:${address.port}`
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(port, '127.0.0.1', resolve)
    })
  }

  async stop(): Promise<void> {
    if (!this.#server.listening) return
    const closed = new Promise((resolve) => this.#server.close(resolve))
    this.#server.closeAllConnections()
    await closed
  }

  #app(): express.Express {
    const app = express().disable('x-powered-by').disable('etag')
    app.use('/_simulator', this.#authorised(), this.#options.control)
    app.use(express.raw({ type: () => true, limit: MAX_BODY_BYTES }))
    for (const endpoint of this.#options.endpoints) {
      app[endpoint.method](endpoint.path, (req, res) => this.#serve(endpoint, req, res))
    }
    const unknown: Endpoint = { name: 'unknown', method: 'get', path: '', handle: () => ok() }
    app.use((req, res) => this.#serve({ ...unknown, handle: () => Promise.reject(errors.notFound()) }, req, res))
    app.use(this.#bodyFailed())
    return app
  }

  async #serve(endpoint: Endpoint, req: Request, res: Response): Promise<void> {
    const started = performance.now()
    const call = callOf(req, this.#options.ground.ids.requestId())
    const strike = this.#options.faults.take(endpoint.name)
    const isRefusedFirst = strike !== undefined && !strike.afterAccept
    const answer = isRefusedFirst ? ok() : await this.#answer(endpoint, req, call)
    const written = strike ? respondBroken(res, strike, answer, call.requestId) : respond(res, answer, call.requestId)
    this.#note(req, call, written, strike, started)
  }

  async #answer(endpoint: Endpoint, req: Request, call: Call): Promise<Answer> {
    try {
      checkToken(req, this.#options.accessToken)
      this.#rates.take(endpoint)
      return await endpoint.handle(call)
    } catch (error) {
      if (error instanceof LineError) return answerOf(error)
      this.#options.ground.log.error({ err: error, endpoint: endpoint.name }, 'simulator: an API call failed')
      return answerOf(errors.internal())
    }
  }

  #note(req: Request, call: Call, answer: Answer | undefined, strike: Strike | undefined, started: number): void {
    const nothing = strike ? `(${strike.kind})` : null
    this.#options.ground.traffic.record({
      direction: 'api',
      method: req.method,
      path: req.path,
      status: answer?.status ?? 0,
      requestBody: shown(call.bytes, call.contentType),
      responseBody: answer ? shown(bytesOf(answer), answer.contentType) : nothing,
      ms: Math.round(performance.now() - started),
    })
  }

  #authorised(): RequestHandler {
    return (req, res, next) => {
      try {
        checkToken(req, this.#options.accessToken)
        next()
      } catch {
        res.status(401).end()
      }
    }
  }

  /** A body that is too large or broken off never reaches an endpoint. */
  #bodyFailed(): ErrorRequestHandler {
    return (error: { status?: number }, _req, res, _next) => {
      const refusal = error.status === 413 ? errors.tooLarge() : errors.notJson()
      respond(res, answerOf(refusal), this.#options.ground.ids.requestId())
    }
  }
}

function callOf(req: Request, requestId: string): Call {
  const bytes = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0)
  const params = req.params as Record<string, string>
  const contentType = req.get('content-type') ?? ''
  return { requestId, params, contentType, retryKey: req.get('x-line-retry-key'), bytes }
}

/** @throws LineError 401 */
function checkToken(req: Request, accessToken: string): void {
  const [scheme, token] = (req.get('authorization') ?? '').split(' ')
  if (scheme !== 'Bearer' || !token) throw errors.noToken()
  const given = Buffer.from(token)
  const right = Buffer.from(accessToken)
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw errors.badToken()
}
