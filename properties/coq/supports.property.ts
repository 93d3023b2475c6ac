import { expect, test } from 'vitest';
import { importsFor, supports } from '#coq/supports.ts';

test('the preface comes first, and is the only one that all theorems load', () => {
  expect(supports.map(({ name }) => name)).toEqual(['preface.v', 'intervals.v', 'bounds.v']);
  expect(importsFor('')).toBe(
    'From Coq Require Import Reals List Lra Psatz.\nFrom Counterclaim Require Import preface.\n' +
      'Import ListNotations.\nOpen Scope R_scope.\n',
  );
});

test('what takes long to load is loaded where it is used', () => {
  expect(importsFor('is_lim f p_infty 1')).toContain('From Coquelicot Require Import Coquelicot.');
  expect(importsFor('interval with (i_prec 80)')).toContain('From Counterclaim Require Import intervals.');
  expect(importsFor('is_limit, an intervals file')).not.toMatch(/Coquelicot|intervals\./);
});

test('files with Interval require what those about limits do besides, so that one process can read all', () => {
  const withLimits = importsFor('is_lim, interval with (i_prec 80)');
  expect(importsFor('interval with (i_prec 80)')).toBe(withLimits);
});

test('nothing of it rests on the arithmetic of the machine', () => {
  for (const { text } of supports)
    expect(text).not.toMatch(/Prim(Float|Int63)|Specific_native|native_compute/);
});
