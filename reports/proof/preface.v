From Coq Require Import Reals List Lra Psatz.
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

(** * Orthogonal vectors of norm beta, and u = exp (beta^2) *)
Fixpoint frame {V : space} (beta : R) (vectors : list (vector V)) : Prop :=
  match vectors with
  | [] => True
  | v :: rest => inner v v = beta * beta /\ Forall (fun w => inner v w = 0) rest /\ frame beta rest
  end.

(** The vector of R^n that is beta in coordinate i and 0 elsewhere. *)
Definition axis (n : nat) (beta : R) (i : nat) : vector (coordinates n) :=
  fun j => if Nat.eqb i j then beta else 0.

Lemma exp_times (n : nat) (x y : R) : y = INR n * x -> exp y = exp x ^ n.
Proof.
  intros ->; induction n; [simpl; rewrite Rmult_0_l; apply exp_0|].
  rewrite S_INR, Rmult_plus_distr_r, Rmult_1_l, exp_plus, IHn; simpl; ring.
Qed.
Lemma sqrt_times (c x y : R) : y = c * (x * x) -> 0 <= c -> 0 <= x -> sqrt y = sqrt c * x.
Proof. intros -> C X; rewrite sqrt_mult, sqrt_square; nra. Qed.
Lemma exp_above (x : R) : 0 < x -> exists w, 0 < w /\ exp x = 1 + w.
Proof. intros X; exists (exp x - 1); pose proof (exp_ineq1 x); lra. Qed.
Lemma exp_from (x : R) : 0 <= x -> exists w, 0 <= w /\ exp x = 1 + w.
Proof. intros [X | <-]; [destruct (exp_above x X) as [w []]; exists w | exists 0; rewrite exp_0]; lra. Qed.
Lemma exp_step (x y : R) : 0 < x -> x < y ->
  exists w t, (0 < w /\ exp x = 1 + w) /\ 0 < t /\ exp y = 1 + w + t.
Proof.
  intros X Y; destruct (exp_above x X) as [w E]; exists w, (exp y - exp x).
  pose proof (exp_increasing x y Y); lra.
Qed.

(** a < b, since b - a is the positive number d; and a <= b. *)
Lemma lt_by (d a b : R) : b - a = d -> 0 < d -> a < b. Proof. lra. Qed.
Lemma le_by (d a b : R) : b - a = d -> 0 <= d -> a <= b. Proof. lra. Qed.

(** Signs of fractions in which nothing is subtracted, by their shape. *)
Ltac nonneg := lazymatch goal with
  | |- 0 <= _ + _ => apply Rplus_le_le_0_compat; nonneg
  | |- 0 <= _ * _ => apply Rmult_le_pos; nonneg
  | |- 0 <= _ / _ => apply Rmult_le_pos; [ nonneg | apply Rlt_le, Rinv_0_lt_compat; positive ]
  | |- 0 <= _ ^ _ => apply pow_le; nonneg
  | _ => first [ lra | apply Rlt_le, exp_pos ] end
with positive := lazymatch goal with
  | |- 0 < _ + _ => first [ apply Rplus_lt_le_0_compat; [ positive | nonneg ]
                          | apply Rplus_le_lt_0_compat; [ nonneg | positive ] ]
  | |- 0 < _ * _ => apply Rmult_lt_0_compat; positive
  | |- 0 < _ / _ => apply Rdiv_lt_0_compat; positive
  | |- 0 < _ ^ _ => apply pow_lt; positive
  | _ => first [ lra | apply exp_pos ] end.
Ltac nonzero := repeat split; apply Rgt_not_eq, Rlt_gt; positive.

(** Writes inner products of a frame as multiples of beta^2, each apart from the goal, the innermost first. *)
Ltac in_frame := repeat match goal with
  | F : frame _ _ |- _ => simpl in F
  | F : _ /\ _ |- _ => destruct F
  | F : Forall _ (_ :: _) |- _ => inversion_clear F
  | F : Forall _ [] |- _ => clear F | F : True |- _ => clear F end;
  repeat match goal with |- context [inner ?u ?v] => lazymatch constr:((u, v)) with
  | context [inner _ _] => fail
  | _ => let E := fresh in eassert (E : inner u v = _) by (
   repeat progress rewrite ?inner_add, ?inner_add_r, ?inner_scale, ?inner_scale_r, ?inner_zero, ?inner_zero_r;
   repeat match goal with F : inner ?a ?b = _ |- _ => rewrite ?(inner_sym _ b a), ?F; clear F end;
   reflexivity); progress rewrite E; clear E end end;
  repeat match goal with F : inner _ _ = _ |- _ => clear F end.

(** Writes exponentials as powers of exp x, and roots as multiples of beta. *)
Ltac in_powers x := repeat match goal with |- context [exp ?y] => lazymatch y with x => fail | _ =>
  first [ rewrite (exp_times 0 x y) by (simpl; field) | rewrite (exp_times 1 x y) by (simpl; field)
        | rewrite (exp_times 2 x y) by (simpl; field) ] end end.
Ltac in_roots beta := repeat match goal with |- context [sqrt ?y] =>
  first [ rewrite (sqrt_times 1 beta y) by (solve [ring | lra]); rewrite sqrt_1
        | rewrite (sqrt_times 2 beta y) by (solve [ring | lra]) ] end;
  pose proof (sqrt_lt_R0 2 ltac:(lra)); pose proof (sqrt_sqrt 2 ltac:(lra)).
