// Runs a compiled body: what comes back is a component that takes the others as `components`.

/** React's (`import * as runtime from 'react/jsx-runtime'`), or any other that makes elements. */
export type JsxRuntime = {
  readonly jsx: unknown
  readonly jsxs: unknown
  readonly Fragment: unknown
}

/** Call it with `{ components }`; a fault inside `{…}` is thrown by that call. */
export type Content<Node> = (props: {
  readonly components: { readonly [name: string]: unknown }
}) => Node

/** The body as a function from components to a tree of the runtime's elements. */
export const evaluate = <Node = unknown>(code: string, runtime: JsxRuntime): Content<Node> =>
  (new Function('_jsx_runtime', code)(runtime) as { default: Content<Node> }).default
