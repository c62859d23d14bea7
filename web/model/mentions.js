// Which annotations speak of the same thing: mentions of one entity, or amounts and times of the same value.

/**
 * @param {Annotation[]} annotations @param {Entity[]} entities @param {number} start of one of the annotations
 * @returns {Annotation[]} that one and all like it, in the order of the text; none when nothing starts there
 */
export function mentionsLike(annotations, entities, start) {
  const annotation = annotationAt(annotations, start);
  if (!annotation) return [];
  if (annotation.entity !== undefined) return entities[annotation.entity].mentions.map((id) => annotations[id]);
  const key = sameness(annotation);
  return annotations.filter((other) => sameness(other) === key);
}

/** @param {Annotation} annotation */
const sameness = ({ type, value, text }) => `${type} ${value ? JSON.stringify(value) : text}`;

/** @param {Annotation[]} annotations sorted @param {number} start @returns {Annotation | undefined} */
export function annotationAt(annotations, start) {
  const found = annotations[firstFrom(annotations, start)];
  return found?.start === start ? found : undefined;
}

/** @param {Annotation[]} annotations sorted @param {number} offset @returns {Annotation | undefined} the one that covers it */
export function annotationOver(annotations, offset) {
  const before = annotations[firstFrom(annotations, offset + 1) - 1];
  return before && before.end >= offset ? before : undefined;
}

/** @param {Annotation[]} annotations @param {number} start index of the first that starts there or later */
function firstFrom(annotations, start) {
  let low = 0;
  let high = annotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (annotations[middle].start < start) low = middle + 1; else high = middle;
  }
  return low;
}

/**
 * @param {Annotation[]} list @param {number} start @param {1 | -1} step
 * @returns {Annotation | undefined} the next one in a round walk; from nowhere, the first or the last
 */
export function neighbour(list, start, step) {
  if (list.length === 0) return undefined;
  const index = list.findIndex((annotation) => annotation.start === start);
  if (index < 0) return step === 1 ? list[0] : list.at(-1);
  return list[(index + step + list.length) % list.length];
}
