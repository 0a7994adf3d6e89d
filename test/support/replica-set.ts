/**
 * Three real mongods on this machine as one replica set, each of which can be killed, hung and started again: what a
 * program sees when a machine of its database fails.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { findMongod, type Say } from './mongod-binary.ts'
import { freePort } from './program.ts'
import { newFolder } from './temp-folder.ts'
import { until } from './until.ts'

const NAME = 'crash'
/** A tenth to a fifth of the defaults, so that a short run sees many elections. */
const SETTINGS = { electionTimeoutMillis: 2_000, heartbeatIntervalMillis: 400, heartbeatTimeoutSecs: 2 }
/** So that a test can have a command fail in a certain way (`failCommand`). */
const FAIL_POINTS = ['--setParameter', 'enableTestCommands=1']
const ELECTED_WITHIN_MS = 60_000

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

export class MongoNode {
  readonly port: number
  readonly #binary: string
  readonly #folder: string
  #process: ChildProcess | undefined

  constructor(binary: string, port: number, folder: string) {
    this.#binary = binary
    this.port = port
    this.#folder = folder
  }

  get isRunning(): boolean {
    return this.#process !== undefined && this.#process.exitCode === null && this.#process.signalCode === null
  }

  async start(): Promise<void> {
    await mkdir(this.#folder, { recursive: true })
    const args = ['--replSet', NAME, '--port', String(this.port), '--bind_ip', '127.0.0.1', '--nounixsocket']
    const place = ['--dbpath', this.#folder, '--logpath', join(this.#folder, 'mongod.log'), '--logappend']
    const small = ['--wiredTigerCacheSizeGB', '0.25']
    const child = spawn(this.#binary, [...args, ...place, ...small, ...FAIL_POINTS], { stdio: 'ignore' })
    running.add(child)
    child.once('exit', () => running.delete(child))
    this.#process = child
    await until(`mongod on port ${this.port}`, () => this.ask('ping').then(Boolean), ELECTED_WITHIN_MS)
  }

  /** SIGKILL, at once: it has no chance to write or say anything. */
  async kill(): Promise<void> {
    const child = this.#process
    if (!child || !this.isRunning) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }

  /** It keeps its connections and answers nothing until `wake`. */
  hang(): void {
    this.#process?.kill('SIGSTOP')
  }

  wake(): void {
    this.#process?.kill('SIGCONT')
  }

  /** The answer to a command, by this node alone; undefined when it gives none. */
  async ask(command: string, value: unknown = 1, more: object = {}): Promise<mongoose.mongo.Document | undefined> {
    const uri = `mongodb://127.0.0.1:${this.port}/?directConnection=true`
    const client = new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: 500, socketTimeoutMS: 2_000 })
    try {
      return await client.db('admin').command({ [command]: value, ...more })
    } catch {
      return undefined
    } finally {
      await client.close()
    }
  }
}

export class ReplicaSet {
  readonly uri: string
  readonly nodes: readonly MongoNode[]
  readonly #remove: () => Promise<void>

  private constructor(nodes: readonly MongoNode[], remove: () => Promise<void>) {
    this.nodes = nodes
    this.#remove = remove
    this.uri = `mongodb://${nodes.map(({ port }) => `127.0.0.1:${port}`).join()}/?replicaSet=${NAME}`
  }

  static async start(say: Say, count = 3): Promise<ReplicaSet> {
    const binary = await findMongod(say)
    say(`MongoDB: starting a replica set of ${count}`)
    const folder = await newFolder()
    const nodes: MongoNode[] = []
    for (let n = 0; n < count; n += 1) nodes.push(new MongoNode(binary, await freePort(), join(folder.path, `${n}`)))
    const set = new ReplicaSet(nodes, folder.remove)
    await Promise.all(nodes.map((node) => node.start()))
    const members = nodes.map(({ port }, _id) => ({ _id, host: `127.0.0.1:${port}` }))
    await nodes[0]?.ask('replSetInitiate', { _id: NAME, members, settings: SETTINGS })
    await set.whenWhole()
    return set
  }

  /** The node that takes writes; waits for an election. */
  primary(): Promise<MongoNode> {
    const look = async () => {
      const says = await Promise.all(this.nodes.map((node) => node.ask('hello')))
      return this.nodes.find((_node, n) => says[n]?.isWritablePrimary === true)
    }
    return until('a primary', look, ELECTED_WITHIN_MS)
  }

  /** Every node is the primary or follows it. */
  async whenWhole(): Promise<void> {
    const look = async () => {
      const says = await Promise.all(this.nodes.map((node) => node.ask('hello')))
      const isFollowed = says.every((said) => said?.isWritablePrimary === true || said?.secondary === true)
      return isFollowed && says.some((said) => said?.isWritablePrimary === true)
    }
    await until('a whole replica set', look, ELECTED_WITHIN_MS)
  }

  async stop(): Promise<void> {
    for (const node of this.nodes) node.wake()
    await Promise.all(this.nodes.map((node) => node.kill()))
    await this.#remove()
  }
}
