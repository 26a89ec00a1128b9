/**
 * Two samples of Californian schools in 2000, from `data(api)` of R's survey package (Lumley, 2004, Journal of
 * Statistical Software 9, 1-19): a cluster sample of 15 of 757 districts (`apiclus1`), and a sample stratified by
 * kind of school (`apistrat`).
 */
import { sampledWave } from './sampled-wave.ts'

/** Of `apiclus1` by district: schools of each kind that did not (first) and did meet their target (`sch.wide`). */
const districts: readonly (readonly number[])[] = [
  // dnum, E no, E yes, H no, H yes, M no, M yes
  [61, 0, 10, 0, 0, 2, 1],
  [135, 3, 31, 0, 0, 0, 0],
  [178, 0, 2, 0, 1, 1, 0],
  [197, 1, 9, 0, 0, 2, 1],
  [255, 1, 12, 0, 0, 0, 3],
  [406, 0, 2, 0, 0, 0, 0],
  [413, 0, 1, 0, 0, 0, 0],
  [437, 0, 2, 0, 1, 0, 1],
  [448, 0, 9, 0, 1, 0, 2],
  [510, 1, 15, 1, 1, 1, 2],
  [568, 1, 3, 1, 3, 0, 1],
  [637, 0, 8, 0, 1, 0, 2],
  [716, 5, 25, 0, 3, 0, 4],
  [778, 0, 1, 0, 0, 1, 0],
  [815, 0, 2, 1, 0, 1, 0],
]

/** Of `apistrat` by kind of school: its weight, the schools there are, and the performance (`api00`) of those drawn. */
const strata = [
  {
    weight: 44.21,
    population: 4421,
    api00: [
      840, 516, 531, 501, 720, 805, 778, 731, 592, 669, 497, 638, 534, 705, 761, 771, 751, 474, 832, 559, 765,
      744, 865, 782, 745, 892, 619, 616, 703, 509, 806, 759, 740, 642, 565, 726, 863, 765, 893, 398, 539, 776,
      580, 503, 724, 476, 529, 870, 746, 836, 756, 423, 588, 606, 632, 651, 553, 676, 861, 588, 597, 884, 819,
      542, 509, 493, 893, 709, 596, 609, 671, 720, 669, 650, 836, 542, 578, 814, 777, 719, 617, 856, 723, 609,
      676, 668, 421, 667, 631, 845, 631, 696, 714, 788, 667, 568, 847, 679, 477, 521,
    ],
  },
  {
    weight: 20.36,
    population: 1018,
    api00: [
      496, 505, 409, 609, 867, 685, 647, 745, 694, 676, 870, 500, 679, 552, 559, 650, 565, 443, 774, 668, 581,
      878, 753, 528, 678, 535, 667, 534, 648, 551, 485, 765, 743, 403, 695, 551, 467, 669, 773, 780, 693, 635,
      660, 733, 657, 606, 522, 601, 819, 627,
    ],
  },
  {
    weight: 15.1,
    population: 755,
    api00: [
      467, 522, 455, 509, 681, 666, 582, 641, 510, 527, 681, 724, 525, 712, 680, 784, 743, 593, 518, 770, 721,
      713, 816, 641, 667, 610, 618, 717, 610, 868, 678, 418, 712, 784, 472, 764, 646, 585, 556, 600, 599, 706,
      409, 635, 477, 710, 453, 546, 646, 624,
    ],
  },
]

const schools = districts.flatMap(([district, ...counts]) =>
  counts.flatMap((count, index) =>
    new Array<{ district: number; kind: number; met: number }>(count).fill({
      district: district!,
      kind: Math.floor(index / 2),
      met: index % 2,
    }),
  ),
)

/** `svydesign(id = ~dnum, weights = ~pw, data = apiclus1, fpc = ~fpc)`. */
export const apiclus1 = sampledWave({
  categories: { stype: schools.map(({ kind }) => kind), 'sch.wide': schools.map(({ met }) => met) },
  weights: schools.map(() => 33.847),
  clusters: schools.map(({ district }) => district),
  population: 757,
})

const drawn = strata.flatMap(({ weight, api00 }, stype) => api00.map((score) => ({ weight, stype, score })))

/** `svydesign(id = ~1, strata = ~stype, weights = ~pw, data = apistrat, fpc = ~fpc)`; the fpc may be left out. */
export const apistrat = (options: { readonly fpc: boolean }) =>
  sampledWave({
    categories: { stype: drawn.map(({ stype }) => stype) },
    numbers: { api00: drawn.map(({ score }) => score) },
    weights: drawn.map(({ weight }) => weight),
    strata: drawn.map(({ stype }) => stype),
    ...(options.fpc && { population: strata.map(({ population }) => population) }),
  })
