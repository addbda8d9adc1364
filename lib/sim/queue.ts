// What is still to happen, in the order (time, number): a binary heap.

type Queued = { at: number; number: number }

const before = (a: Queued, b: Queued) => a.at < b.at || (a.at === b.at && a.number < b.number)

export class Queue<Item extends Queued> {
  readonly items: Item[] = []

  push(item: Item): void {
    const heap = this.items
    let i = heap.length
    heap.push(item)
    while (i > 0) {
      const parent = (i - 1) >> 1
      const above = heap[parent]!
      if (before(above, item)) break
      heap[i] = above
      i = parent
    }
    heap[i] = item
  }

  peek(): Item | undefined {
    return this.items[0]
  }

  /** The first item; the queue must not be empty. */
  pop(): Item {
    const heap = this.items
    const top = heap[0]!
    const last = heap.pop()!
    const size = heap.length
    if (size === 0) return top
    let i = 0
    for (;;) {
      let child = 2 * i + 1
      if (child >= size) break
      if (child + 1 < size && before(heap[child + 1]!, heap[child]!)) child++
      if (before(last, heap[child]!)) break
      heap[i] = heap[child]!
      i = child
    }
    heap[i] = last
    return top
  }
}
