// The one Trusted Types policy: workers of our own, under /_islands/, and nothing else.

type Policy = { createScriptURL: (url: string) => unknown }
type Factory = { createPolicy: (name: string, rules: Policy) => Policy }

/** The workers' addresses by name, put in by the adapter; development serves them unhashed. */
declare const WORKERS: { readonly [name: string]: string } | undefined

const rules: Policy = {
  createScriptURL(url) {
    const { pathname, href } = new URL(url, location.href)
    const own = `${location.origin}${pathname}`
    if (href !== own || !/^(\/[\w-]+)?\/_islands\/[\w-]+(\.worker-\w+)?\.js$/.test(pathname))
      throw new TypeError(`not a worker of ours: ${url}`)
    return href
  },
}

let policy: Policy | undefined
const own = () => {
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes
  policy ??= factory?.createPolicy('own', rules) ?? rules
  return policy
}

/** Starts the worker made of `<name>.worker.ts`. Throws where the browser forbids it. */
export const startWorker = (name: string): Worker => {
  const url = typeof WORKERS === 'undefined' ? `/_islands/${name}.js` : WORKERS[name]
  return new Worker(own().createScriptURL(url ?? '') as string, { type: 'module', name })
}
