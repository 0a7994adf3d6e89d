/** Serves .ts files to the browser as JavaScript: the types are blanked out, so that lines and columns stay the same. */
import { readFile } from 'node:fs/promises'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import type { RequestHandler } from 'express'

export function serveTypeScript(root: string): RequestHandler {
  return async (req, res, next) => {
    const isModule = /^\/[\w-]+(\/[\w-]+)*\.ts$/.test(req.path)
    if (req.method !== 'GET' || !isModule) return next()
    const source = await readFile(join(root, req.path), 'utf8').catch(() => undefined)
    if (source === undefined) return next()
    res.type('text/javascript').send(toJavaScript(source))
  }
}

/** Node warns once that this function is experimental, which says nothing to whoever starts the program. */
function toJavaScript(source: string): string {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return stripTypeScriptTypes(source)
  } finally {
    process.emitWarning = emitWarning
  }
}
