// A real nginx for a built folder, with the configuration that the build wrote into it.

import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { project } from './site'

const execute = promisify(execFile)
const places = [
  '/usr/sbin/nginx',
  '/usr/local/sbin/nginx',
  '/usr/bin/nginx',
  '/opt/homebrew/bin/nginx',
]
const isRoot = process.getuid?.() === 0

/** Where nginx is, installed now if it may be; undefined where it cannot be had. */
export async function findNginx(): Promise<string | undefined> {
  const here = () => places.find((path) => existsSync(path))
  if (here() || !isRoot || !existsSync('/usr/bin/apt-get')) return here()
  await execute('apt-get', ['install', '-y', 'nginx-light'], { timeout: 120_000 }).catch(
    () => undefined,
  )
  return here()
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.on('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

const configuration = (folder: string, own: string, port: number) => `
${isRoot ? 'user root;' : ''}
daemon off;
master_process off;
pid ${own}/pid;
error_log ${own}/error.log;
events {}
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${own}/${name};`)
    .join('\n  ')}
  include ${folder}/_nginx/http.conf;
  server {
    listen 127.0.0.1:${port};
    root ${folder};
    include ${folder}/_nginx/server.conf;
  }
}
`

/** Starts it; answers its address and how to stop it. Rejects with what nginx says. */
export async function startNginx(program: string, folder: string, name: string) {
  const own = join(project, '.cache', name)
  rmSync(own, { recursive: true, force: true })
  mkdirSync(own, { recursive: true })
  const port = await freePort()
  const file = join(own, 'nginx.conf')
  writeFileSync(file, configuration(folder, own, port))
  const args = ['-c', file, '-e', join(own, 'error.log')]
  const { stderr } = await execute(program, ['-t', ...args])
  const child = spawn(program, args, { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  for (let i = 0; i < 100; i++) {
    const up = await fetch(`${url}/robots.txt`).then(
      () => true,
      () => false,
    )
    if (up) break
    await new Promise((done) => setTimeout(done, 50))
  }
  /** What it had to say about its configuration, besides that it is good. */
  const warnings = stderr.split('\n').filter((line) => /\[(warn|emerg|error)\]/.test(line))
  return { url, warnings, stop: () => child.kill('SIGTERM') }
}
