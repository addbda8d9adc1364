'use client'
// The menu of a node: what it is, then everything that can be done to it now.

import { type FormEvent, type ReactNode, useState } from 'react'
import { mostNamed } from '@/components/pictures/cluster/place'
import { type Choice, choicesOf, type Given } from './choices'
import { edit } from './edits'
import { Fields, givenIn } from './fields'
import { momentAfter } from './lines'
import { nodeWords } from './node-words'
import { row, Sheet } from './sheet'
import type { SheetProps } from './sheets'

export const draw = (props: SheetProps): ReactNode => <Menu {...props} />

function Menu({ run, about, close, open }: SheetProps) {
  const { film, head, edited } = run
  const { node = 1, element } = about
  const [asking, ask] = useState<Choice>()
  const choose = (choice: Choice, given: Given) => {
    const at = momentAfter(head.at)
    run.change(edit(edited, choice.edit(given)), () => ({ at }))
    close()
  }
  const name = film.names[node - 1]
  const choices = choicesOf(film, head.at, node)
  return (
    <Sheet title={nodeWords(film, head.at, node)} anchor={element} onClose={close}>
      {asking ? (
        <Asking choice={asking} onDone={choose} onBack={() => ask(undefined)} />
      ) : (
        <>
          {film.names.length > mostNamed && (
            <Chooser
              names={film.names}
              node={node}
              onChoose={(one) => open('menu', { ...about, node: one })}
            />
          )}
          <button
            type="button"
            className={`${row} border-t border-hair`}
            onClick={() => open('inside', about)}
          >
            Look inside {name} …
          </button>
          <Choices
            choices={choices}
            onChoose={(choice) => (choice.takes ? ask(choice) : choose(choice, {}))}
          />
        </>
      )}
    </Sheet>
  )
}

type ChooserProps = {
  names: readonly string[]
  node: number
  onChoose: (node: number) => void
}
/** One of a crowd is too small for many a finger. */
const Chooser = ({ names, node, onChoose }: ChooserProps) => (
  <label className="flex items-center gap-3 px-4 pb-2">
    Node
    <select
      className="h-11 rounded-[3px] border border-hair bg-panel px-2"
      value={node}
      onChange={(event) => onChoose(Number(event.currentTarget.value))}
    >
      {names.map((name, i) => (
        <option key={name} value={i + 1}>
          {name}
        </option>
      ))}
    </select>
  </label>
)

type ChoicesProps = { choices: readonly Choice[]; onChoose: (choice: Choice) => void }
function Choices({ choices, onChoose }: ChoicesProps) {
  return choices.map((choice, i) => {
    const { says, why, group } = choice
    const begins = group !== choices[i - 1]?.group
    return (
      <button
        key={`${i} ${says}`}
        type="button"
        className={`${row} ${begins ? 'border-t border-hair' : ''}`}
        aria-disabled={why !== undefined}
        onClick={() => why === undefined && onChoose(choice)}
      >
        {says}
        {why === undefined ? '' : <i className="block text-[0.8125rem] leading-4">{why}</i>}
      </button>
    )
  })
}

type AskingProps = {
  choice: Choice
  onDone: (choice: Choice, given: Given) => void
  onBack: () => void
}
function Asking({ choice, onDone, onBack }: AskingProps) {
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onDone(choice, givenIn(event.currentTarget, choice.takes!))
  }
  return (
    <form onSubmit={onSubmit} className="grid gap-3 border-t border-hair p-4">
      <p>{choice.says}</p>
      <Fields of={choice.takes!} />
      <div className="flex gap-2">
        <button type="submit" className="h-11 grow rounded-[3px] border border-accent text-accent">
          Do it
        </button>
        <button
          type="button"
          className="h-11 rounded-[3px] border border-hair px-3"
          onClick={onBack}
        >
          Back
        </button>
      </div>
    </form>
  )
}
