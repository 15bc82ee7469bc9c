import type { ChildProcess } from 'node:child_process'
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { findFreePort } from './free-port.ts'

/** OpenStack Swift, which speaks like Amazon S3. */
export interface S3Server {
  readonly endpoint: string
  readonly region: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
  readonly client: S3Client
  createBucket(name: string): Promise<void>
  stop(): Promise<void>
}

const REGION = 'us-east-1'
const CREDENTIALS = { accessKeyId: 'test:tester', secretAccessKey: 'testing' }

/** One device for everything, and one copy of it. */
const MAKE_RINGS = `
import sys
from swift.common.ring import RingBuilder
directory = sys.argv[1]
for name, port in zip(('account', 'container', 'object'), sys.argv[2:]):
    builder = RingBuilder(4, 1, 1)
    builder.add_dev(dict(id=0, region=1, zone=1, weight=1, ip='127.0.0.1', port=int(port), device='disk'))
    builder.rebalance()
    builder.get_ring().save(f'{directory}/{name}.ring.gz')
`

/** Starts the four servers of a Swift, and the memcached that it needs, with their files in a new temporary directory. */
export async function startSwift(): Promise<S3Server> {
  const directory = await mkdtemp(join(tmpdir(), 'powerpost-swift-'))
  await mkdir(join(directory, 'data/disk'), { recursive: true })
  const ports = await findPorts(5)
  const [account = 0, container = 0, object = 0, proxy = 0, cache = 0] = ports
  const write = (name: string, text: string) => writeFile(join(directory, name), text)
  await write(
    'swift.conf',
    '[swift-hash]\nswift_hash_path_prefix = a\nswift_hash_path_suffix = b\n[storage-policy:0]\nname = zero\ndefault = yes\n',
  )
  // The system's own: another one of the PATH has no Swift.
  await promisify(execFile)('/usr/bin/python3', [
    '-c',
    MAKE_RINGS,
    directory,
    ...[account, container, object].map(String),
  ])
  const storages = Object.entries({ account, container, object })
  for (const [name, port] of storages) await write(`${name}.conf`, storageSettings(name, { directory, port }))
  await write('proxy.conf', proxySettings({ directory, port: proxy, cache }))
  const processes = [
    run('memcached', ['-l', '127.0.0.1', '-p', String(cache), '-m', '16', '-u', userInfo().username]),
    ...['account', 'container', 'object', 'proxy'].map((name) =>
      run(`swift-${name}-server`, [join(directory, `${name}.conf`)]),
    ),
  ]
  await Promise.all(ports.map(untilListening))
  const endpoint = `http://127.0.0.1:${proxy}`
  const client = new S3Client({ endpoint, region: REGION, credentials: CREDENTIALS, forcePathStyle: true })
  return {
    endpoint,
    region: REGION,
    credentials: CREDENTIALS,
    client,
    async createBucket(Bucket) {
      await client.send(new CreateBucketCommand({ Bucket }))
    },
    async stop() {
      client.destroy()
      await Promise.all(processes.map(end))
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function findPorts(count: number): Promise<number[]> {
  const ports: number[] = []
  while (ports.length < count) {
    const port = await findFreePort()
    if (!ports.includes(port)) ports.push(port)
  }
  return ports
}

interface ServerPlace {
  readonly directory: string
  readonly port: number
}

function commonSettings({ directory, port }: ServerPlace): string {
  return `[DEFAULT]
bind_ip = 127.0.0.1
bind_port = ${port}
workers = 0
user = ${userInfo().username}
swift_dir = ${directory}
`
}

function storageSettings(name: string, place: ServerPlace): string {
  return `${commonSettings(place)}devices = ${place.directory}/data
mount_check = false
[pipeline:main]
pipeline = ${name}-server
[app:${name}-server]
use = egg:swift#${name}
`
}

function proxySettings({ cache, ...place }: ServerPlace & { readonly cache: number }): string {
  const filters = ['catch_errors', 'gatekeeper', 'cache', 's3api', 'tempauth', 'copy', 'slo', 'dlo']
  const more: Readonly<Record<string, string>> = {
    cache: `memcache_servers = 127.0.0.1:${cache}\n`,
    s3api: `location = ${REGION}\n`,
    tempauth: 'user_test_tester = testing .admin\n',
  }
  const sections = filters.map(
    (name) => `[filter:${name}]\nuse = egg:swift#${name === 'cache' ? 'memcache' : name}\n${more[name] ?? ''}`,
  )
  return `${commonSettings(place)}[pipeline:main]
pipeline = ${filters.join(' ')} proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
${sections.join('')}`
}

function run(program: string, args: readonly string[]): ChildProcess {
  return spawn(program, args, { stdio: 'ignore' })
}

async function end(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
}

/** From outside nothing else tells that it is up. */
async function untilListening(port: number): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const socket = connect(port, '127.0.0.1')
    const isUp = await Promise.race([once(socket, 'connect'), once(socket, 'error')]).then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (isUp) return
    await wait(50)
  }
  throw new Error(`nothing listens on port ${port}`)
}
