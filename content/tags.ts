// What posts are filed under, and the series they are parts of.

export const tags = {
  foundations: {
    title: 'Foundations',
    says: 'What a distributed system is, and what one gives up to have it.',
  },
  time: { title: 'Time', says: 'Clocks that drift, and what orders events without them.' },
  failure: { title: 'Failure', says: 'Parts that stop while the rest goes on.' },
  consensus: { title: 'Consensus', says: 'Many machines, one decision.' },
  consistency: { title: 'Consistency', says: 'What a reader of replicated data may see.' },
  gossip: { title: 'Gossip', says: 'Spreading news without a centre.' },
  membership: { title: 'Membership', says: 'Who belongs, and who is only believed to.' },
  messaging: { title: 'Messaging', says: 'Calls, queues and streams, and what gets lost in them.' },
  events: { title: 'Events', says: 'Systems as the sum of what has happened in them.' },
  play: { title: 'Play', says: 'Figures for their own sake.' },
}

export const series = {
  course: {
    title: 'The course',
    says: 'Eight parts, from one seat sold twice to a system that survives a flood.',
  },
}
