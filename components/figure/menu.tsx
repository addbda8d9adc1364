'use client'
// The menu of a node: what it is, then everything that can be done to it now; or which node.

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { mostNamed } from '@/components/pictures/cluster/place'
import type { Film } from '@/lib/sim/film'
import { type Choice, choicesOf, type Given } from './choices'
import { edit } from './edits'
import { Fields, givenIn } from './fields'
import { momentAfter } from './lines'
import { filmOf, nodeWords } from './node-words'
import { Choice as Row, row, Sheet } from './sheet'
import type { SheetProps } from './sheets'

const alone = 'what is done to one picture is done to both.'

export const draw = (props: SheetProps): ReactNode =>
  props.about.node || isCrowd(props.run.film) ? <Menu {...props} /> : <Nodes {...props} />

/** So many that the menu of one lets one choose another. */
const isCrowd = ({ names }: Film) => names.length > mostNamed

/** Every node, also one that no picture shows. */
const Nodes = ({ run, open, close }: SheetProps) => (
  <Sheet title="Choose a node" onClose={close}>
    {run.film.names.map((name, i) => (
      <Row key={name} of={[name, () => open('menu', { node: i + 1 })]} />
    ))}
  </Sheet>
)

function Menu({ run, about, close, open }: SheetProps) {
  const { head } = run
  const { node = 1, element } = about
  const film = filmOf(run, element)
  const { asking, ask, back } = useAsking()
  const choose = choosing(run, close)
  const name = film.names[node - 1]
  // Whatever is done is done to both films; so it is what the first one allows.
  const choices = run.film.names[node - 1] ? choicesOf(run.film, head.at, node) : []
  return (
    <Sheet title={nodeWords(film, head.at, node)} anchor={element} onClose={close}>
      {asking ? (
        <Asking choice={asking} film={film} onDone={choose} onBack={back} />
      ) : (
        <>
          {isCrowd(film) && (
            <Chooser
              {...{ node, names: film.names }}
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
            name={name}
            choices={choices}
            onChoose={(choice) => (choice.takes ? ask(choice) : choose(choice, {}))}
          />
        </>
      )}
    </Sheet>
  )
}

/** Does what was chosen, just after the moment that is shown. */
const choosing =
  ({ head, edited, change }: SheetProps['run'], close: () => void) =>
  (choice: Choice, given: Given) => {
    const at = momentAfter(head.at)
    change(edit(edited, choice.edit(given)), () => ({ at }))
    close()
  }

/** The choice that wants to know more; whoever goes back finds focus where it was. */
function useAsking() {
  const [asking, ask] = useState<Choice>()
  const left = useRef<string>(undefined)
  useEffect(() => {
    const says = left.current
    if (asking || !says) return
    const rows = document.querySelectorAll<HTMLElement>('dialog[open] button')
    ;[...rows].find(({ textContent }) => textContent === says)?.focus()
  }, [asking])
  const back = () => {
    left.current = asking?.says
    ask(undefined)
  }
  return { asking, ask, back }
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

type ChoicesProps = {
  name: string | undefined
  choices: readonly Choice[]
  onChoose: (choice: Choice) => void
}
function Choices({ name, choices, onChoose }: ChoicesProps) {
  if (choices.length === 0)
    return <p className="px-4 py-2 text-soft">{`${name} is in this picture alone: ${alone}`}</p>
  return choices.map((choice, i) => (
    <Row
      key={`${i} ${choice.says}`}
      of={[choice.says, () => onChoose(choice), choice.why]}
      begins={choice.group !== choices[i - 1]?.group}
    />
  ))
}

type AskingProps = {
  choice: Choice
  film: Film
  onDone: (choice: Choice, given: Given) => void
  onBack: () => void
}
function Asking({ choice, film, onDone, onBack }: AskingProps) {
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onDone(choice, givenIn(event.currentTarget, choice.takes!))
  }
  return (
    <form onSubmit={onSubmit} className="grid gap-3 border-t border-hair p-4">
      <p>{choice.says}</p>
      <Fields of={choice.takes!} film={film} />
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
