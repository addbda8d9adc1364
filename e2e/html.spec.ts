// What pages and feeds are written in is HTML as the standard has it, judged by html-validate.

import { expect, test } from '@playwright/test'
import { HtmlValidate } from 'html-validate'
import { pages, textOf } from './site'

const judge = new HtmlValidate({ extends: ['html-validate:standard'] })

const faultsIn = async (html: string, name: string) => {
  const { results } = await judge.validateString(html, name)
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, message }) => `${name}:${line}:${column} ${message}`),
  )
}

test('every page is valid', async () => {
  test.setTimeout(180_000)
  expect(pages.length).toBeGreaterThan(10)
  for (const page of pages) expect.soft(await faultsIn(textOf(page), page)).toEqual([])
})

test('the text of every post in a feed is valid', async () => {
  const { items } = JSON.parse(textOf('feed.json'))
  expect(items.length).toBeGreaterThan(3)
  for (const { content_html, title } of items) {
    const head = '<!DOCTYPE html><html lang="en"><head><title>Post</title></head>'
    const html = `${head}<body>${content_html}</body></html>`
    expect.soft(await faultsIn(html, title)).toEqual([])
  }
})
