import { framesPreface } from './frames-preface.ts';

/** The preface of all theorems, by hand: what their statements are about, and lemmas that proofs share. */
export const preface: string = `From Coq Require Import Reals List Lra Psatz.
Import ListNotations.
Open Scope R_scope.

(** * Vectors of every width

    A space is whatever has sums, multiples and an inner product with its usual laws. A theorem about
    every space holds for R^n, whatever n is: [coordinates] below. *)
Record space := {
  vector : Type;
  vzero : vector;
  vadd : vector -> vector -> vector;
  vscale : R -> vector -> vector;
  inner : vector -> vector -> R;
  inner_sym : forall u v, inner u v = inner v u;
  inner_zero : forall v, inner vzero v = 0;
  inner_add : forall u v w, inner (vadd u v) w = inner u w + inner v w;
  inner_scale : forall c u v, inner (vscale c u) v = c * inner u v;
  inner_pos : forall v, 0 <= inner v v
}.
Arguments vzero {_}. Arguments vadd {_}. Arguments vscale {_}. Arguments inner {_}.

Lemma inner_zero_r (V : space) (v : vector V) : inner v vzero = 0.
Proof. rewrite inner_sym; apply inner_zero. Qed.
Lemma inner_add_r (V : space) (u v w : vector V) : inner u (vadd v w) = inner u v + inner u w.
Proof. rewrite inner_sym, inner_add, 2 (inner_sym V u); reflexivity. Qed.
Lemma inner_scale_r (V : space) c (u v : vector V) : inner u (vscale c v) = c * inner u v.
Proof. rewrite inner_sym, inner_scale, (inner_sym V u); reflexivity. Qed.

(** Inner products multiplied out, and each written in one order only. *)
Ltac products :=
  rewrite ?inner_add, ?inner_add_r, ?inner_scale, ?inner_scale_r, ?inner_zero, ?inner_zero_r;
  repeat match goal with
  | |- context [inner ?u ?v] =>
      tryif constr_eq u v then fail else
      match goal with |- context [inner v u] => rewrite (inner_sym _ v u) end
  end.

(** Sum of f 0 ... f (n - 1). *)
Fixpoint sum_below (n : nat) (f : nat -> R) : R :=
  match n with O => 0 | S m => sum_below m f + f m end.

Definition coordinates (width : nat) : space.
Proof.
  refine {|
    vector := nat -> R;
    vzero := fun _ => 0;
    vadd u v := fun i => u i + v i;
    vscale c v := fun i => c * v i;
    inner u v := sum_below width (fun i => u i * v i) |};
  intros; induction width as [|n IH]; simpl; try rewrite IH; try ring.
  - lra.
  - nra.
Defined.

(** A vector by its coordinates, 0 behind them. *)
Definition entries (list : list R) : nat -> R := fun i => nth i list 0.

Tactic Notation "numbers" := cbv beta iota delta [coordinates inner vadd vscale vzero sum_below entries nth].
Tactic Notation "numbers" "in" hyp(H) :=
  cbv beta iota delta [coordinates inner vadd vscale vzero sum_below entries nth] in H.

(** * The logistic *)
Definition logistic (z : R) : R := 1 / (1 + exp (- z)).

Lemma logistic_increasing a b : a < b -> logistic a < logistic b.
Proof.
  intros H; unfold logistic, Rdiv; rewrite 2 Rmult_1_l.
  assert (exp (- b) < exp (- a)) by (apply exp_increasing; lra).
  apply Rinv_lt_contravar; [apply Rmult_lt_0_compat | ];
    pose proof (exp_pos (- a)); pose proof (exp_pos (- b)); lra.
Qed.

Lemma logistic_injective a b : logistic a = logistic b -> a = b.
Proof.
  intros H; destruct (Rtotal_order a b) as [L | [E | L]]; [ | exact E | ];
    apply logistic_increasing in L; lra.
Qed.
${framesPreface}`;
