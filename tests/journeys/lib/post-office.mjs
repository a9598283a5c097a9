// A mail server that keeps what it is given, for the letters that people answer from.
import { tool } from './browser.mjs'

const { SMTPServer } = tool('smtp-server')
const { simpleParser } = tool('mailparser')

/** Opens on a free port. Answers `{ env, to, close }`: `env` tells Parvis of it; `to(address, past)`
 * waits for a letter to that address, after the first `past` of them: `{ subject, text, link }`. */
export const openPostOffice = async () => {
  const letters = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) =>
      simpleParser(stream).then((letter) => {
        letters.push(letter)
        done()
      }, done),
  })
  const port = await new Promise((resolve) => server.listen(0, '127.0.0.1', function () { resolve(this.address().port) }))
  const to = async (address, past = 0) => {
    for (let tries = 0; tries < 150; tries++) {
      const letter = letters.filter((one) => one.to.text.includes(address))[past]
      if (letter) return { subject: letter.subject, text: letter.text, link: letter.text.match(/http\S+/)?.[0] }
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`no letter came to ${address}; there are: ${letters.map((one) => `${one.to.text}: ${one.subject}`).join('; ')}`)
  }
  const env = { PARVIS_SMTP_URL: `smtp://127.0.0.1:${port}`, PARVIS_MAIL_FROM: 'Parvis <parvis@example.test>' }
  return { env, to, close: () => new Promise((resolve) => server.close(resolve)) }
}
