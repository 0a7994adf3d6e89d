import { describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { SetupError } from '../../src/errors.ts'

const BOTH = { LINE_CHANNEL_SECRET: 'secret', LINE_CHANNEL_ACCESS_TOKEN: 'token' }

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    if (error instanceof SetupError) return error.problems
    throw error
  }
}

describe('a value that cannot be right stops the start and is named', () => {
  it.each([
    ['PORT', { PORT: 'abc' }],
    ['PORT', { PORT: '70000' }],
    ['LINE_CHANNEL_SECRET', { ...BOTH, LINE_CHANNEL_SECRET: '' }],
    ['LINE_CHANNEL_SECRET', { LINE_CHANNEL_ACCESS_TOKEN: 'token' }],
    ['LINE_CHANNEL_ACCESS_TOKEN', { LINE_CHANNEL_SECRET: 'secret' }],
    ['PUBLIC_URL', { ...BOTH, PUBLIC_URL: 'http://example.go.th' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'example' }],
    ['LINE_API_BASE_URL', { ...BOTH, LINE_API_BASE_URL: 'http://host/prefix' }],
    ['MONGODB_URI', { ...BOTH, MONGODB_URI: 'localhost' }],
    ['MONGODB_URI', { MONGODB_URI: 'mongodb://localhost/x' }],
    ['SIMULATOR', { SIMULATOR: 'yes' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['DATA_DIR', { DATA_DIR: ' ' }],
  ])('%s in %o', (name, environment) => {
    expect(problemsOf(environment).join('\n')).toContain(name)
  })

  it('every problem has a line of its own, of whatever kind it is', () => {
    expect(problemsOf({ PORT: 'abc', LOG_LEVEL: 'loud' })).toHaveLength(2)
    expect(problemsOf({ PORT: 'abc', LINE_CHANNEL_SECRET: 's', PUBLIC_URL: 'http://example.go.th' })).toHaveLength(3)
    expect(problemsOf({ ...BOTH, LINE_CHANNEL_SECRET: '' })).toHaveLength(1)
  })
})

describe('what is not set', () => {
  it('no LINE credentials mean the simulator, for this machine only, in a store of its own', () => {
    const config = readConfig({ DATA_DIR: '/tmp/x' })
    expect(config).toMatchObject({
      mode: 'simulator',
      host: '127.0.0.1',
      port: 3000,
      store: { sqliteFile: '/tmp/x/simulator/store.sqlite' },
    })
  })

  it('LINE credentials mean LINE, for everyone', () => {
    const config = readConfig({ ...BOTH, DATA_DIR: '/tmp/x' })
    expect(config).toMatchObject({ mode: 'line', host: '0.0.0.0', store: { sqliteFile: '/tmp/x/store.sqlite' } })
    expect(config.line).toMatchObject({ apiBaseUrl: 'https://api.line.me', dataApiBaseUrl: 'https://api-data.line.me' })
  })

  it('the data host follows the API host, so that no token goes to the wrong platform', () => {
    const config = readConfig({ ...BOTH, LINE_API_BASE_URL: 'http://127.0.0.1:9000' })
    expect(config.line?.dataApiBaseUrl).toBe('http://127.0.0.1:9000')
  })

  it('MongoDB with the simulator needs SIMULATOR=1', () => {
    expect(readConfig({ SIMULATOR: '1', MONGODB_URI: 'mongodb://localhost/x' }).store).toEqual({
      mongodbUri: 'mongodb://localhost/x',
    })
  })
})
