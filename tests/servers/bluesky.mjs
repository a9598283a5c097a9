// Starts the Bluesky development network of @atproto/dev-env and makes the accounts of the tests.
// Usage: node bluesky.mjs FOLDER_WITH_NODE_MODULES ENV_FILE
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { writeFileSync, renameSync } from 'node:fs'

const [tools, envFile] = process.argv.slice(2)
const require = createRequire(`${tools}/package.json`)
const { TestNetwork, mockMailer } = require('@atproto/dev-env')

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

const [plc, pds, bsky, ozone] = await Promise.all([freePort(), freePort(), freePort(), freePort()])
const network = await TestNetwork.create({
  plc: { port: plc },
  pds: { port: pds, hostname: 'localhost', enableDidDocWithSession: true },
  bsky: { port: bsky, publicUrl: `http://localhost:${bsky}`, dbPostgresSchema: 'bsky' },
  ozone: { port: ozone },
})
mockMailer(network.pds)

const call = async (method, body, token) => {
  const answer = await fetch(`${network.pds.url}/xrpc/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  })
  const json = await answer.json()
  if (!answer.ok) throw new Error(`${method}: ${answer.status} ${JSON.stringify(json)}`)
  return json
}

/** Makes an account with a profile and an app password, as a person would. */
const account = async (name, displayName) => {
  const handle = `${name}.test`
  const session = await call('com.atproto.server.createAccount', {
    email: `${name}@example.test`,
    handle,
    password: `${name}-main-password`,
  })
  await call(
    'com.atproto.repo.putRecord',
    {
      repo: session.did,
      collection: 'app.bsky.actor.profile',
      rkey: 'self',
      record: { $type: 'app.bsky.actor.profile', displayName },
    },
    session.accessJwt,
  )
  const app = await call('com.atproto.server.createAppPassword', { name: 'tests' }, session.accessJwt)
  return { handle, did: session.did, password: app.password }
}

const bakery = await account('bakery', 'Boulangerie Martin')
const customer = await account('customer', 'Camille')
const values = {
  PARVIS_TEST_BLUESKY_PDS: network.pds.url,
  PARVIS_TEST_BLUESKY_APPVIEW: network.bsky.url,
  PARVIS_TEST_BLUESKY_PLC: network.plc.url,
  PARVIS_TEST_BLUESKY_HANDLE: bakery.handle,
  PARVIS_TEST_BLUESKY_DID: bakery.did,
  PARVIS_TEST_BLUESKY_PASSWORD: bakery.password,
  PARVIS_TEST_BLUESKY_CUSTOMER_HANDLE: customer.handle,
  PARVIS_TEST_BLUESKY_CUSTOMER_DID: customer.did,
  PARVIS_TEST_BLUESKY_CUSTOMER_PASSWORD: customer.password,
}
const lines = Object.entries(values).map(([key, value]) => `${key}='${value}'\n`)
writeFileSync(`${envFile}.part`, lines.join(''))
renameSync(`${envFile}.part`, envFile)

process.on('SIGTERM', () => {
  setTimeout(() => process.exit(0), 4000).unref()
  network.close().then(
    () => process.exit(0),
    () => process.exit(0),
  )
})
