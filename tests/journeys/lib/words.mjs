// The words of the screens, read from the files that the program itself reads them from: a journey
// names a word by its key and so is the same in both languages.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './browser.mjs'

const read = (language) => {
  const words = new Map()
  const folder = join(root, 'crates/web/locales', language)
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ftl'))) {
    let key = null
    let message = null
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      const start = /^(-?[a-zA-Z][\w-]*)\s*=\s?(.*)$/.exec(line)
      const attribute = /^\s+\.([a-zA-Z][\w-]*)\s*=\s?(.*)$/.exec(line)
      if (start) {
        message = key = start[1]
        words.set(key, start[2])
      } else if (attribute && message) {
        key = `${message}.${attribute[1]}`
        words.set(key, attribute[2])
      } else if (/^(\s+\S|\})/.test(line) && key) {
        words.set(key, `${words.get(key)} ${line.trim()}`.trim())
      } else if (!/^\s*$/.test(line)) {
        message = key = null
      }
    }
  }
  return words
}

const pattern = (text) => {
  const fixed = text.trim().split(/\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return fixed.join('.*').replace(/[\s\u00a0\u202f]+/g, '\\s+')
}

/** Answers `w`: `w('setup-organization')` is the text of that key; `w.has(key)` says if it exists. */
export const wordsOf = (language) => {
  const words = read(language)
  const text = (key) => {
    assert.ok(words.has(key), `no word is called ${key} in ${language}`)
    return words.get(key).replace(/\{\s*"([^"]*)"\s*\}/g, '$1')
  }
  const w = (key, values = {}) => text(key).replace(/\{\s*\$([\w-]+)\s*\}/g, (whole, name) => values[name] ?? whole)
  w.has = (key) => words.has(key)
  /** A pattern for a text with variables in it: what they hold may be anything, in any number. */
  w.like = (key) => {
    const select = /^\{\s*\$[\w-]+\s*->\s*(.*)\}\s*$/.exec(text(key))
    const variants = select ? select[1].split(/\*?\[\w+\]\s*/).filter((variant) => variant.trim()) : [text(key)]
    return new RegExp(`(${variants.map(pattern).join('|')})`)
  }
  return w
}
