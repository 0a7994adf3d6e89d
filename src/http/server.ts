/**
 * The HTTP server: listens first and answers 503 until the program is ready, so that whoever delivers webhooks knows to
 * come again. Routes are given by `app.ts`.
 */
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type ErrorRequestHandler, type Router } from 'express'
import helmet from 'helmet'
import { SetupError } from '../errors.ts'
import type { Log } from '../log.ts'

/** A body that stalls is dropped after this; LINE's own deadline for a webhook is 2 s. */
const REQUEST_TIMEOUT_MS = 10_000

/**
 * Longer than proxies keep an idle connection (Caddy two minutes, nginx one). A server that hangs up first does so now and then
 * in the moment in which a webhook is put on the connection, and a proxy does not send a POST again: LINE would hear 502.
 */
const KEEP_ALIVE_MS = 130_000

export interface HttpServer {
  /** Where it listens, such as http://127.0.0.1:3000. */
  readonly origin: string
  /** From now on requests go to these routes, each under its path; but those that are direct go around Express. */
  serve(routes: readonly Mounted[], direct: Direct): void
  /** Takes no more requests and lets those in hand finish. */
  close(): Promise<void>
}

type Mounted = readonly [path: string, router: Router]

interface Direct {
  isFor(request: IncomingMessage): boolean
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
}

export interface HttpServerOptions {
  readonly host: string
  readonly port: number
  readonly log: Log
  readonly requestTimeoutMs?: number
}

/** @throws SetupError when the port cannot be had */
export async function openHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  let handle: RequestListener = (_request, response) => {
    response.writeHead(503, { 'content-type': 'application/json' }).end('{"message":"starting"}')
  }
  const server = createServer(timeouts(options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS), (request, response) =>
    handle(request, response),
  )
  await listen(server, options)
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    serve(routes, direct) {
      const app = buildApp(routes, options.log)
      handle = (request, response) => {
        if (!direct.isFor(request)) return app(request, response)
        direct.handle(request, response).catch((error) => answerError(error, response, options.log))
      }
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      // A connection that becomes idle only now would be kept alive for more requests.
      const idle = setInterval(() => server.closeIdleConnections(), 50)
      // Event streams never end by themselves; whatever is still open after the grace is cut.
      const cut = setTimeout(() => server.closeAllConnections(), 2_000)
      await closed
      clearInterval(idle)
      clearTimeout(cut)
    },
  }
}

/** Node looks for overdue requests only every 30 s unless it is told otherwise. */
function timeouts(requestTimeout: number): ServerOptions {
  return {
    requestTimeout,
    headersTimeout: requestTimeout,
    connectionsCheckingInterval: requestTimeout / 4,
    keepAliveTimeout: KEEP_ALIVE_MS,
  }
}

function buildApp(routes: readonly Mounted[], log: Log): RequestListener {
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.use(
    helmet({
      contentSecurityPolicy: { directives: { 'upgrade-insecure-requests': null } },
      strictTransportSecurity: false,
    }),
  )
  for (const [path, router] of routes) app.use(path, router)
  app.use((_request, response) => {
    response.status(404).json({ message: 'not found' })
  })
  app.use(errorHandler(log))
  return app
}

function errorHandler(log: Log): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) return next(error)
    answerError(error, response, log)
  }
}

/** Says what the client did wrong and nothing of the program's inside. */
function answerError(error: { status?: unknown; type?: unknown }, response: ServerResponse, log: Log): void {
  const { status: given } = error
  const status = typeof given === 'number' && given >= 400 && given < 500 ? given : 500
  if (status === 500) log.error({ err: error }, 'a request failed')
  else log.warn({ status, reason: error.type }, 'a request was refused')
  const message = status === 413 ? 'the body is larger than 1 MiB' : status === 500 ? 'internal error' : 'bad request'
  if (response.headersSent) response.destroy()
  else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message }))
}

function listen(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE'
          ? 'is in use: stop the other program, or set another PORT'
          : `cannot be opened (${error.code})`
      reject(new SetupError([`PORT ${port} on ${host} ${why}`]))
    })
    server.listen(port, host, resolve)
  })
}
