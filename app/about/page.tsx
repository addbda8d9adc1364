// What this is, how a figure is read, and why one may believe it.

import { Page } from '@/components/site/page'
import { Words } from '@/components/site/words'
import reports from '@/content/reports.json'
import { site } from '@/content/site'
import { link } from '../address'

export const metadata = {
  title: 'About',
  description: 'What Partial Order is, how to read its figures, and why one may believe them.',
}

export default function About() {
  return (
    <Page
      title="About"
      says="Partial Order is a course about distributed systems in which nothing is drawn by hand."
    >
      <What />
      <Reading />
      <Trust />
      <Terms />
    </Page>
  )
}

function What() {
  return (
    <Words id="what" title="What this is">
      <p>
        Two machines that talk to each other can disagree, and no amount of care makes that
        impossible. It is easier to understand when one sees it happen: one seat that two windows
        sell, a wire cut at the worst moment, a clock that is wrong and wins.
      </p>
      <p>
        So every figure here is a program. Most of them run a real protocol, written rule by rule
        after the paper that describes it, on a small simulated network in which time and chance are
        data; the drawing in the text is one moment of such a run. The others do sums, and draw what
        comes out. The text takes its examples from the same box office throughout, and the code it
        quotes is the code that ran.
      </p>
      <p>
        It is written for people who program and have not had to think about this before. Words are
        defined where they are first needed, and collected in the{' '}
        <a href={link('/glossary')}>glossary</a>.
      </p>
    </Words>
  )
}

function Reading() {
  return (
    <Words id="figures" title="How to read a figure">
      <p>
        Most readers only look, and the drawing is meant to be enough. If it is not: press Play, or
        drag the line of time. The buttons that follow change one thing each; the text says which to
        tap. Or tap a node, and crash it, pause it, cut it off or set its clock wrong. The run is
        then made anew with your change in it, and everything that follows is what the protocol does
        about it. Undo takes it back.
      </p>
      <ul>
        <li>
          Time is simulated. A figure that says 150 ms means it; only the playback is slowed down.
        </li>
        <li>
          Chance comes from the seed that stands beside the title. The same seed gives the same run,
          on your machine as on ours, and chance that belongs to one message is not disturbed by
          what you do to another.
        </li>
        <li>
          Under the line of time stands what the protocol promises. Every promise is checked after
          every event; one that breaks says when, and leads there.
        </li>
        <li>
          Colour never says anything alone: a number, a word or a shape says it too. Under each
          figure the whole run is told in words.
        </li>
        <li>
          Everything works by keys; <kbd>?</kbd> inside a figure lists them. Without JavaScript each
          figure is still there, with its words.
        </li>
      </ul>
    </Words>
  )
}

const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

function Numbers() {
  return (
    <p>
      In numbers, counted by the build and tested by it: {reports.claims} such sentences about{' '}
      {reports.figures} figures; {reports.protocols} protocols with {reports.promises} promises,
      held in {grouped(reports.schedules)} random schedules of crashes, cuts and slow clocks each
      time the tests run; {reports.mutants} deliberately broken versions of those protocols, every
      one of which those schedules must find out; and {reports.papers} files of tests that hold the
      code against tables and figures published by others.
    </p>
  )
}

function Trust() {
  return (
    <Words id="claims" title="Why one may believe it">
      <p>
        A sentence that says what a figure shows is underlined with dots. Follow it, and the figure
        goes to the moment it speaks of. When the site is built, the run is made again and the
        sentence is held against it; if it is not true, nothing is published. A sentence that would
        be true of any run says nothing, so each is also tried at other moments, with other seeds
        and without the fault it is about, and somewhere it has to fail.
      </p>
      <Numbers />
      <ul>
        <li>
          What happens in each figure is also kept as text, line by line. If a change to a protocol
          changes a story, somebody has to read the difference and agree to it.
        </li>
        <li>
          Protocols are run through thousands of random schedules of crashes, losses and cuts. What
          they promise is checked after every single event, and deliberately broken copies of them
          have to be caught.
        </li>
        <li>
          Where a paper prints numbers, ours are compared with them, and differences are named.
          Facts about the world carry their source in the text.
        </li>
      </ul>
      <p>
        Mistakes will be left all the same. <a href={site.report}>Report one</a>, and it is
        corrected in the open: the piece keeps a list of its corrections, and{' '}
        <a href={link('/feeds')}>feeds</a> carry them.
      </p>
    </Words>
  )
}

function Terms() {
  return (
    <Words id="terms" title="Use it">
      <p>
        Words and pictures are under{' '}
        <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">
          CC BY 4.0
        </a>
        : teach with them, translate them, print them, and say where they are from. The code is
        under the MIT licence. The typeface is Source Serif 4, under the{' '}
        <a href={link('/fonts/OFL.txt')}>SIL Open Font License</a>.
      </p>
      <p>
        This site sets no cookies, counts nobody, and asks no other server for anything. Whether you
        like it light or dark is remembered by your browser alone.
      </p>
    </Words>
  )
}
