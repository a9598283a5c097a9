// Starts the real program on an empty folder and a free port, and stops it.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** Runs `parvis` with the arguments to its end; answers what it printed. */
export const command = (args, { data }) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.env.PARVIS_BIN, args, { env: environment(data), stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`parvis ${args.join(' ')}: ${code}\n${output}`))))
  })

const environment = (data, more = {}) => ({
  PATH: process.env.PATH,
  HOME: data,
  LANG: 'C.UTF-8',
  PARVIS_DATA: data,
  // The networks of the tests are on this machine.
  PARVIS_ALLOW_PRIVATE_NETWORK: '1',
  ...more,
})

/**
 * Starts `parvis serve`. Answers `{ url, data, log, stop }`; `log()` is what it has printed so far.
 * `keep` leaves the data folder, to start again on it with `data`.
 */
export const serve = async ({ data = mkdtempSync(join(tmpdir(), 'parvis-journey-')), env = {} } = {}) => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.env.PARVIS_BIN, ['serve'], {
    env: environment(data, { PARVIS_LISTEN: `127.0.0.1:${port}`, PARVIS_BASE_URL: url, PARVIS_INBOX_SECONDS: '2', ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  child.stdout.on('data', (chunk) => (printed += chunk))
  child.stderr.on('data', (chunk) => (printed += chunk))
  let ended = null
  const end = new Promise((resolve) => child.on('close', (code) => resolve((ended = code ?? -1))))
  const stop = async ({ keep = false } = {}) => {
    if (ended === null) child.kill('SIGTERM')
    const timer = setTimeout(() => child.kill('SIGKILL'), 15_000)
    await end
    clearTimeout(timer)
    if (!keep) rmSync(data, { recursive: true, force: true })
  }
  for (let tries = 0; tries < 300; tries++) {
    if (ended !== null) throw new Error(`parvis serve ended with ${ended}:\n${printed}`)
    const ready = await fetch(`${url}/readyz`).then((r) => r.ok, () => false)
    if (ready) return { url, data, log: () => printed, stop }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await stop()
  throw new Error(`parvis serve was not ready in 15 s:\n${printed}`)
}
