/** The page's own files and the few npm files that it uses, straight from disk: no build step, no CDN. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import express, { type RequestHandler, type Router } from 'express'
import { serveTypeScript } from './serve-typescript.ts'

const PAGE = fileURLToPath(new URL('../page/', import.meta.url))
const require = createRequire(import.meta.url)
const PREACT = join(dirname(require.resolve('htm')), '../preact/standalone.module.js')
const SARABUN = dirname(require.resolve('@fontsource/sarabun/LICENSE'))

/** Everything from here; inline styles because Flex cards bring their own colours and sizes. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  // The bot's own pictures may name this machine otherwise than the address bar does.
  "img-src 'self' data: blob: https: http://127.0.0.1:* http://localhost:*",
  "style-src 'self' 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const secured: RequestHandler = (_req, res, next) => {
  res.set({ 'content-security-policy': CONTENT_SECURITY_POLICY, 'x-content-type-options': 'nosniff' })
  res.set('cache-control', 'no-cache')
  next()
}

export function pageFiles(): Router {
  const router = express.Router()
  router.use(secured)
  router.get('/', (_req, res) => res.sendFile('index.html', { root: PAGE, cacheControl: false }))
  router.use('/assets', serveTypeScript(PAGE), express.static(PAGE, { cacheControl: false, index: false }))
  router.get('/vendor/preact.js', (_req, res) => res.type('text/javascript').sendFile(PREACT))
  router.use('/vendor/sarabun', express.static(SARABUN, { maxAge: '1d', index: false }))
  return router
}
