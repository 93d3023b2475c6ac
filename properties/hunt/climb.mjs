/**
 * Climbs from an input towards a larger error over bound: one number at a time is moved, and the move is kept when it helps.
 *
 * @param share from an input to its error over bound, or undefined where there is none
 * @param arrays the typed arrays of the input, changed in place
 * @param random as `numbers` of random.mjs
 * @returns the largest share met, with the arrays as they were there, and how many inputs were tried
 */
export function climb(share, arrays, random, { steps }) {
  const places = arrays.reduce((sum, { length }) => sum + length, 0);
  let best = share() ?? 0;
  let tried = 1;
  for (let step = 0; step < steps && places > 0; step++) {
    let place = random.below(places);
    const array = arrays.find(({ length }) => {
      if (place < length) return true;
      place -= length;
      return false;
    });
    const before = array[place];
    array[place] = moved(before, random, array instanceof Float32Array);
    const now = share();
    tried++;
    if (now !== undefined && now >= best) best = now;
    else array[place] = before;
  }
  return { best, tried };
}

/** A neighbour by a few units in the last place, a multiple, another sign, or a number that is new. */
function moved(x, random, single) {
  const unit = single ? 2 ** -23 : 2 ** -52;
  switch (random.below(6)) {
    case 0:
      return x * (1 + unit * (random.below(2) ? 1 : -1));
    case 1:
      return x * (1 + unit * (random.below(2049) - 1024));
    case 2:
      return -x;
    case 3:
      return x * 2 ** (random.below(5) - 2);
    case 4:
      return x * (1 + random.signed() / 8);
    default:
      return random.grain(5)();
  }
}
