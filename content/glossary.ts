// The words of the subject, each defined once, in one sentence of our own.

/** `also`: other forms of the word that a text may use; `see`: words beside it. */
export type Entry = {
  readonly says: string
  readonly also?: readonly string[]
  readonly see?: readonly string[]
}

export const glossary: { readonly [word: string]: Entry } = {
  node: {
    says: 'One of the machines (or processes) of a system, with a state that only it can see.',
  },
  message: {
    says: 'The only way for one node to learn of another; it may be late, lost or doubled.',
  },
  'partial failure': {
    says: 'Some parts have stopped while others go on, and those that go on cannot tell which.',
    also: ['partial failures', 'fails partially'],
  },
  crash: {
    says: 'A node stops; what it had only in memory is gone, what it wrote to disk is not.',
    also: ['crashes', 'crashed'],
  },
  partition: {
    says:
      'The network falls into groups: inside one all hear each other, and nobody hears the other ' +
      'groups.',
    also: ['cut', 'network partition'],
  },
  timeout: {
    says: 'A guess: whoever has been silent for this long is treated as if it had stopped.',
    see: ['partial failure'],
  },
  'clock drift': {
    says: 'Two clocks set alike grow apart, since no two crystals swing at quite the same rate.',
    also: ['drift', 'drifts'],
    see: ['clock skew'],
  },
  'clock skew': {
    says: 'How far two clocks are apart at one moment.',
    also: ['skew'],
    see: ['clock drift'],
  },
  slewing: {
    says: 'Correcting a clock by letting it run a little faster or slower, so that it never jumps.',
    also: ['slew', 'slews'],
    see: ['stepping'],
  },
  stepping: {
    says: 'Correcting a clock at once, even if that means showing some moments twice.',
    also: ['step'],
    see: ['slewing'],
  },
  replica: { says: 'One of several copies of the same data, kept by different nodes.' },
  consensus: {
    says: 'Several nodes settle on one value that one of them proposed, and none ever on another.',
    see: ['quorum', 'term'],
  },
  quorum: {
    says:
      'Enough nodes to decide in the name of all; that is safe only where any two such groups ' +
      'share a node.',
    also: ['quorums', 'quora'],
    see: ['majority'],
  },
  majority: {
    says: 'More than half of the nodes: the smallest size at which two groups must overlap.',
    also: ['majorities'],
    see: ['quorum'],
  },
  term: {
    says: 'A numbered stretch of time in which at most one leader is elected.',
    see: ['leader', 'candidate'],
  },
  leader: {
    says: 'The node that the others let decide, for as long as they hear from it in its term.',
    see: ['follower', 'term'],
  },
  follower: {
    says: 'A node that answers a leader and asks for nothing itself, while it hears from one.',
    see: ['leader'],
  },
  candidate: {
    says: 'A node that has stopped waiting for a leader and asks the others for their votes.',
    also: ['candidacy'],
    see: ['split vote', 'term'],
  },
  'split vote': {
    says: 'An election that nobody wins, because the votes went to several candidates.',
    also: ['split votes'],
    see: ['candidate', 'majority'],
  },
  log: {
    says:
      'A numbered list of commands or events: new ones come at its end, and what is settled is ' +
      'never changed.',
    see: ['commit'],
  },
  commit: {
    says: 'To settle an entry for good: so many nodes hold it that no later leader lacks it.',
    also: ['commits', 'committed', 'uncommitted'],
    see: ['log', 'majority'],
  },
  heartbeat: {
    says: 'A message that says nothing but that its sender is still there.',
    see: ['timeout'],
  },
  'Byzantine fault': {
    says: 'A node may do anything: stop, lie, or tell each of the others something else.',
    also: ['Byzantine'],
    see: ['crash'],
  },
  'snapshot isolation': {
    says:
      'A transaction sees the data as they were when it began, and is taken back (rolled back) ' +
      'if another has changed what it changes.',
    see: ['write skew'],
  },
  'write skew': {
    says:
      'Two transactions each read what the other changes; each keeps a rule by itself, and ' +
      'together they break it.',
    see: ['snapshot isolation'],
  },
  'version vector': {
    says:
      'For each writer, how many of its writes a copy has seen; it shows which copy is newer, ' +
      'or that neither is.',
    also: ['version vectors'],
    see: ['replica'],
  },
  'session guarantee': {
    says:
      'A promise to one client about its own reads and writes, whichever copies it meets ' +
      'on the way.',
    also: ['session guarantees'],
    see: ['replica'],
  },
  'anti-entropy': {
    says: 'Two copies compare all that they have, and each takes over what it lacks.',
    see: ['replica', 'Merkle tree'],
  },
  'Merkle tree': {
    says:
      'A tree of hashes, each of the hashes below it: where two roots are equal, so is ' +
      'everything under them.',
    also: ['Merkle trees'],
  },
  linearizable: {
    says: 'Each operation seems to happen at one instant between its question and its answer.',
    also: ['linearizability'],
    see: ['sequential consistency'],
  },
  'sequential consistency': {
    says:
      'One order of all operations, the same for everybody, in which each client’s own stand as ' +
      'it made them; not the order of the clock.',
    see: ['linearizable', 'causal consistency'],
  },
  'causal consistency': {
    says: 'What could have influenced a thing is seen before it, by everybody.',
    see: ['session guarantee', 'happened before'],
  },
  'eventual consistency': {
    says: 'If nobody writes any more, all copies become equal in the end.',
    see: ['anti-entropy'],
  },
  serializable: {
    says: 'Transactions have the result of running them one after another, in some order.',
    also: ['serializability'],
    see: ['snapshot isolation'],
  },
  'two-phase commit': {
    says:
      'All are asked to prepare, and only if all said yes is it decided to commit; whoever said ' +
      'yes must wait for the decision.',
    see: ['consensus', 'saga'],
  },
  'grow-only counter': {
    says:
      'A number for each node that it alone raises; copies are merged by keeping the larger of ' +
      'each, and the sum is the count.',
    see: ['version vector'],
  },
  lease: {
    says: 'A lock that is lent for a limited time, so that nobody keeps it by falling silent.',
    also: ['leases'],
    see: ['fencing token', 'timeout'],
  },
  'fencing token': {
    says: 'A number that grows with every lease; what the lock protects refuses an older one.',
    also: ['fencing tokens'],
    see: ['lease'],
  },
  idempotent: {
    says: 'May be repeated without harm: done twice, it is as if it had been done once.',
    also: ['idempotence'],
    see: ['timeout'],
  },
  broker: {
    says: 'Keeps messages, between those who send and those who handle them, until handled.',
    see: ['poison message'],
  },
  'poison message': {
    says: 'A message that makes whoever handles it fail, and so comes back again and again.',
    see: ['broker'],
  },
  'happened before': {
    says:
      'One event came earlier at the same node, or sent what the other received, or both by ' +
      'steps of these: an order of some pairs of events, not of all.',
    see: ['concurrent events', 'vector clock'],
  },
  'concurrent events': {
    says: 'Of two events: neither happened before the other.',
    see: ['happened before'],
  },
  'vector clock': {
    says:
      'A count for each node of the events heard of; of two events it tells which came first, ' +
      'or that neither did.',
    also: ['vector clocks'],
    see: ['happened before', 'version vector'],
  },
  'causal broadcast': {
    says: 'A message is shown only after all that its sender had written or read before it.',
    see: ['causal consistency', 'vector clock'],
  },
  'distributed snapshot': {
    says: 'All nodes and what is under way between them, as they could have been at one moment.',
    see: ['concurrent events'],
  },
  outbox: {
    says:
      'What is to be told, written together with the deed and sent from there until it is ' +
      'acknowledged.',
    see: ['idempotent'],
  },
  saga: {
    says: 'A row of steps, each with one that makes up for it, taken back when a later one fails.',
    also: ['sagas'],
    see: ['two-phase commit'],
  },
  goodput: {
    says: 'The answers that somebody still wanted when they came, per second.',
    see: ['load shedding'],
  },
  'load shedding': {
    says: 'Turning some away at once, so that the others are served in time.',
    also: ['shedding'],
    see: ['goodput', 'back-pressure'],
  },
  'back-pressure': {
    says: 'Telling whoever sends to slow down, before the queue is too long to be of use.',
    see: ['load shedding'],
  },
}
