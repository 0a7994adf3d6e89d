/** LINE's refusals, in LINE's words: what a bot is told when it asks for something wrong. */

export interface ErrorDetail {
  readonly message: string
  readonly property?: string
}

export class LineError extends Error {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, message: string, more: { body?: object; headers?: Record<string, string> } = {}) {
    super(message)
    this.name = 'LineError'
    this.status = status
    this.body = { message, ...more.body }
    this.headers = more.headers ?? {}
  }
}

/** 400 with the places at which the request is wrong. */
export function invalidRequest(details: readonly ErrorDetail[]): LineError {
  return new LineError(400, `The request body has ${details.length} error(s)`, { body: { details } })
}

export function invalidProperty(property: string): LineError {
  return new LineError(400, `The property, '${property}', in the request body is invalid (line: -, column: -)`)
}

export const errors = {
  noToken: () =>
    new LineError(401, "Authorization header required. Must follow the scheme, 'Authorization: Bearer <ACCESS TOKEN>'"),
  badToken: () =>
    new LineError(401, 'Authentication failed. Confirm that the access token in the authorization header is valid.'),
  notFound: () => new LineError(404, 'Not found'),
  gone: () => new LineError(410, 'The content is gone'),
  tooLarge: () => new LineError(413, 'Request Entity Too Large'),
  wrongMediaType: (type: string) => new LineError(415, `The media type, '${type}', isn't supported`),
  notJson: () => new LineError(400, 'The request body could not be parsed as JSON (line: 1, column: 1)'),
  deadReplyToken: () => new LineError(400, 'Invalid reply token'),
  notSent: () => new LineError(400, 'Failed to send messages'),
  noRetryHere: () => new LineError(400, "The retry key isn't supported by this endpoint"),
  badRetryKey: () => new LineError(400, 'The retry key must be a UUID'),
  rateLimit: () => new LineError(429, 'The API rate limit has been exceeded. Try again later.'),
  monthlyLimit: () => new LineError(429, 'You have reached your monthly limit.'),
  internal: () => new LineError(500, 'Internal server error'),
}
