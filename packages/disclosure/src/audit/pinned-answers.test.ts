import { describe, expect, it } from 'vitest'
import { solver } from '../testing/plan.ts'
import { pinnedAnswers } from './pinned-answers.ts'

describe('a question with one answer each', () => {
  it('finds what is left of the total', () => {
    const known = {
      sizes: [6, 3],
      answers: [
        [4, 2],
        [2, 1],
      ],
      exclusive: true,
      published: [[0, 1], [0]],
      withheld: [[1]],
    }
    expect(pinnedAnswers(known, solver)).toEqual([
      { withheld: 0, problem: 'PINNED', answer: 0 },
      { withheld: 0, problem: 'PINNED', answer: 1 },
    ])
  })

  it('finds nothing where two groups are withheld and either can have given either answer', () => {
    const known = {
      sizes: [6, 3, 3],
      answers: [
        [4, 2, 1],
        [2, 1, 2],
      ],
      exclusive: true,
      published: [[0, 1, 2], [0]],
      withheld: [[1], [2]],
    }
    expect(pinnedAnswers(known, solver)).toEqual([])
  })

  it('finds a companion that is too small to leave room', () => {
    const known = {
      sizes: [5, 2],
      answers: [
        [5, 2],
        [0, 0],
      ],
      exclusive: true,
      published: [[0, 1]],
      withheld: [[0]],
    }
    expect(pinnedAnswers(known, solver)).toEqual([
      { withheld: 0, problem: 'PINNED', answer: 0 },
      { withheld: 0, problem: 'ONE_ANSWER', answer: 0 },
    ])
  })

  it('finds nothing wrong with a rare answer that is known not to have been given', () => {
    const known = {
      sizes: [4, 4],
      answers: [
        [2, 2],
        [2, 2],
        [0, 0],
      ],
      exclusive: true,
      published: [[0, 1]],
      withheld: [[0], [1]],
    }
    expect(pinnedAnswers(known, solver)).toEqual([])
  })

  it('finds what takes a division: half of three pairs together', () => {
    const known = {
      sizes: [2, 2, 2],
      answers: [
        [1, 1, 1],
        [1, 1, 1],
      ],
      exclusive: true,
      published: [
        [0, 1],
        [0, 2],
        [1, 2],
      ],
      withheld: [[0], [0, 1, 2]],
    }
    expect(pinnedAnswers(known, solver)).toEqual([
      { withheld: 0, problem: 'PINNED', answer: 0 },
      { withheld: 0, problem: 'PINNED', answer: 1 },
      { withheld: 1, problem: 'PINNED', answer: 0 },
      { withheld: 1, problem: 'PINNED', answer: 1 },
    ])
  })

  it('finds a number that could be off by half a respondent only: there are no halves', () => {
    // Any two of the first three hold one who said yes at most, which leaves 1.5 of the three; the last two sets
    // leave no less than 1.
    const known = {
      sizes: [1, 1, 1, 1, 1, 1, 1],
      answers: [
        [1, 0, 0, 1, 0, 0, 0],
        [0, 1, 1, 0, 1, 1, 1],
      ],
      exclusive: true,
      published: [
        [0, 1, 5],
        [1, 2, 3],
        [0, 2, 4],
        [3, 4, 5, 6],
      ],
      withheld: [[0, 1, 2], [0]],
    }
    expect(pinnedAnswers(known, solver)).toEqual([
      { withheld: 0, problem: 'PINNED', answer: 0 },
      { withheld: 0, problem: 'PINNED', answer: 1 },
    ])
  })

  it('finds that who gave one answer gave no other', () => {
    // The two published sets differ by a respondent each: one said the first answer, so the other the second.
    const known = {
      sizes: [2, 1, 1, 1],
      answers: [
        [0, 1, 0, 1],
        [1, 0, 1, 0],
        [1, 0, 0, 0],
      ],
      exclusive: true,
      published: [
        [0, 1, 3],
        [0, 2, 3],
      ],
      withheld: [[2]],
    }
    expect(pinnedAnswers(known, solver)).toEqual([
      { withheld: 0, problem: 'PINNED', answer: 1 },
      { withheld: 0, problem: 'ONE_ANSWER', answer: 1 },
    ])
  })

  it('finds a unanimous union of which nobody can have given another answer', () => {
    const known = {
      sizes: [5, 3, 3],
      answers: [
        [3, 3, 3],
        [2, 0, 0],
      ],
      exclusive: true,
      published: [[0, 1, 2], [0]],
      withheld: [[1], [2]],
    }
    expect(pinnedAnswers(known, solver)).toEqual([
      { withheld: 0, problem: 'PINNED', answer: 0 },
      { withheld: 0, problem: 'ONE_ANSWER', answer: 0 },
      { withheld: 1, problem: 'PINNED', answer: 0 },
      { withheld: 1, problem: 'ONE_ANSWER', answer: 0 },
    ])
  })

  it('takes a question of a single answer for known', () => {
    const known = { sizes: [5], answers: [[5]], exclusive: true, published: [], withheld: [[0]] }
    expect(pinnedAnswers(known, solver)).toEqual([
      { withheld: 0, problem: 'PINNED', answer: 0 },
      { withheld: 0, problem: 'ONE_ANSWER', answer: 0 },
    ])
  })
})

describe('a question with several answers', () => {
  const known = {
    sizes: [6, 3, 3],
    answers: [
      [4, 3, 3],
      [2, 1, 2],
      [1, 0, 0],
    ],
    exclusive: false,
    published: [[0, 1, 2], [0]],
    withheld: [[1], [2]],
  }

  it('finds an option that all of a union named, and not one that some or none did', () => {
    expect(pinnedAnswers(known, solver)).toEqual([
      { withheld: 0, problem: 'PINNED', answer: 0 },
      { withheld: 1, problem: 'PINNED', answer: 0 },
    ])
  })

  it('finds that nobody of a set named anything, unless somebody can have named any one option', () => {
    const nothing = {
      sizes: [6, 3],
      answers: [
        [4, 0],
        [2, 0],
      ],
      exclusive: false,
      published: [[0, 1], [0]],
      withheld: [[1]],
    }
    expect(pinnedAnswers(nothing, solver)).toEqual([{ withheld: 0, problem: 'ONE_ANSWER', answer: -1 }])
    expect(pinnedAnswers({ ...nothing, published: [[0, 1]] }, solver)).toEqual([])
    // The total leaves the first option open, because somebody named it.
    const oneLeft = { ...nothing, answers: [nothing.answers[0]!, [0, 0]], published: [[0, 1]] }
    expect(pinnedAnswers(oneLeft, solver)).toEqual([])
  })

  it('finds that all of a set named the same options', () => {
    const same = {
      ...known,
      answers: [known.answers[0]!, [2, 3, 0], [2, 0, 0]],
      withheld: [[1]],
      published: [[0], [1]],
    }
    expect(pinnedAnswers(same, solver)).toEqual([
      { withheld: 0, problem: 'PINNED', answer: 0 },
      { withheld: 0, problem: 'PINNED', answer: 1 },
      { withheld: 0, problem: 'ONE_ANSWER', answer: 0 },
    ])
  })

  it('lists findings by group, then by answer', () => {
    const published = [...known.published, [2]]
    expect(pinnedAnswers({ ...known, published }, solver)).toEqual([
      { withheld: 0, problem: 'PINNED', answer: 0 },
      { withheld: 0, problem: 'PINNED', answer: 1 },
      { withheld: 1, problem: 'PINNED', answer: 0 },
      { withheld: 1, problem: 'PINNED', answer: 1 },
    ])
  })
})
