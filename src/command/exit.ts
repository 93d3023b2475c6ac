/** The codes with which the program ends. */
export const exit = {
  holds: 0,
  differs: 1,
  usage: 2,
  incomplete: 3,
  crashed: 4,
  interrupted: 130,
} as const;
