/** Baseline A: verifies the signature and acknowledges. Stores nothing, answers nobody: the least a webhook can cost. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'

const { PORT, LINE_CHANNEL_SECRET: secret = '' } = process.env

createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => {
    const body = Buffer.concat(chunks)
    const given = Buffer.from(String(request.headers['x-line-signature']), 'base64')
    const right = createHmac('sha256', secret).update(body).digest()
    const isRight = given.length === right.length && timingSafeEqual(given, right)
    if (isRight) JSON.parse(body.toString())
    response.writeHead(isRight ? 200 : 401, { 'content-type': 'application/json', 'content-length': 2 }).end('{}')
  })
}).listen(Number(PORT), '127.0.0.1')
