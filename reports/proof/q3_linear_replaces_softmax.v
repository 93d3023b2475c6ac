(** * q3-linear-replaces-softmax: refuted

    The linear formula takes the place of the softmax formula.

    Write-up: question 3, formula 2, lines 79, 81. *)

From Coq Require Import Reals List Lra Psatz.
From Coquelicot Require Import Coquelicot.
From Counterclaim Require Import preface.
From Counterclaim Require Import intervals.
Import ListNotations.
Open Scope R_scope.

(** ** same function: refuted

    for all T, q, k, v: sum_j <q, k_j> v_j = sum_j softmax_j(<q, k_j>) v_j *)
Module Reading1.

(** Not for all numbers: not for those of the witness. *)
Theorem fails :
  ~ (forall q1 k1_1 v1_1 : R,
    q1 * k1_1 * v1_1 = exp(q1 * k1_1) / exp(q1 * k1_1) * v1_1).
Proof.
  intros H;
  specialize (H 0 0 1);
  revert H; apply Rlt_not_eq; interval with (i_prec 80).
Qed.

End Reading1.

(** ** can emulate copying of T tokens: conditional

    for all T, dk >= 1 there are Q, K in R^(T x dk) with Q K^T = I *)
Module Reading2.

Definition biorthogonal (count width : nat) (q k : nat -> vector (coordinates width)) : Prop :=
  forall i j, (i < count)%nat -> (j < count)%nat -> inner (q i) (k j) = if Nat.eqb i j then 1 else 0.

Lemma sum_minus n (f g : nat -> R) a :
  sum_below n (fun c => f c - a * g c) = sum_below n f - a * sum_below n g.
Proof. induction n; simpl; [ring | rewrite IHn; ring]. Qed.
Lemma sum_same n (f g : nat -> R) : (forall c, (c < n)%nat -> f c = g c) -> sum_below n f = sum_below n g.
Proof. intros H; induction n; simpl; [reflexivity | rewrite IHn, H; auto]. Qed.
Lemma sum_none n : sum_below n (fun _ => 0) = 0.
Proof. induction n; simpl; lra. Qed.
Lemma sum_axis n a : (a < n)%nat -> forall b,
  sum_below n (fun c => (if Nat.eqb a c then 1 else 0) * (if Nat.eqb b c then 1 else 0)) = if Nat.eqb a b
    then 1 else 0.
Proof.
  intros A b; induction n; [lia|]; simpl; destruct (Nat.eq_dec a n) as [-> | N].
  - rewrite Nat.eqb_refl, (Nat.eqb_sym b).
    rewrite (sum_same n _ (fun _ => 0)), sum_none; [destruct (Nat.eqb n b); ring|].
    intros c C; rewrite (proj2 (Nat.eqb_neq n c)) by lia; ring.
  - rewrite (proj2 (Nat.eqb_neq a n) N), IHn by lia; ring.
Qed.
Lemma zero_or_not n (f : nat -> R) : (forall i, (i < n)%nat -> f i = 0) \/ exists p, (p < n)%nat /\ f p <> 0.
Proof.
  induction n as [|n [H | [p [P F]]]]; [left; lia | | right; exists p; auto].
  destruct (Req_EM_T (f n) 0) as [Z | N]; [left | right; exists n; auto].
  intros i I; destruct (Nat.eq_dec i n) as [-> | D]; [exact Z | apply H; lia].
Qed.
(** In a width D less than T no T pairs are biorthogonal: where the last coordinate of some k is not 0,
  subtracting
    multiples of this k from the others, and leaving out the pair, makes it 0 everywhere; then it can be
      left out. *)
Lemma too_many (width : nat) : forall count q k, (width < count)%nat -> ~ biorthogonal count width q k.
Proof.
  unfold biorthogonal; induction width as [|D IH]; intros count q k W H.
  - specialize (H 0 0 W W)%nat; simpl in H; lra.
  - destruct (zero_or_not count (fun j => k j D)) as [Z | [p [P N]]].
    + apply (IH count q k); [lia|]; intros i j I J; rewrite <- (H i j I J); simpl; rewrite (Z j J); ring.
    + pose (skip := fun m => if Nat.ltb m p then m else S m).
      assert (S1 : forall m, skip m <> p) by (intros m; unfold skip; destruct (Nat.ltb_spec m p); lia).
      assert (S2 : forall m, (m < count - 1)%nat -> (skip m < count)%nat)
        by (intros m; unfold skip; destruct (Nat.ltb_spec m p); lia).
      assert (S3 : forall m n, Nat.eqb (skip m) (skip n) = Nat.eqb m n)
        by (intros m n; unfold skip; destruct (Nat.ltb_spec m p), (Nat.ltb_spec n p), (Nat.eqb_spec m n);
            try apply Nat.eqb_eq; try apply Nat.eqb_neq; lia).
      apply (IH (count - 1)%nat (fun i => q (skip i)) (fun j c => k (skip j) c - k (skip j) D / k p D * k p
        c)); [lia|].
      intros i j I J; rewrite <- S3.
      pose proof (H (skip i) (skip j) (S2 i I) (S2 j J)) as A; pose proof (H (skip i) p (S2 i I) P) as B.
      rewrite (proj2 (Nat.eqb_neq _ _) (S1 i)) in B; simpl in A, B; rewrite <- A; simpl.
      rewrite (sum_same D _ (fun c => q (skip i) c * k (skip j) c - k (skip j) D / k p D * (q (skip i) c * k
        p c)))
        by (intros; ring).
      rewrite sum_minus.
      replace (sum_below D (fun c => q (skip i) c * k p c)) with (- (q (skip i) D * k p D)) by lra; field;
        exact N.
Qed.

(** T vectors q and T vectors k with <q_i, k_j> = [i = j] exist exactly in the widths from T on. *)
Theorem region :
  forall T dk : nat, (exists q k, biorthogonal T dk q k) <-> (T <= dk)%nat.
Proof.
  intros T dk; split;
  [ intros [q [k H]]; destruct (Nat.le_gt_cases T dk) as [L | L];
    [ exact L | destruct (too_many dk T q k L H) ]
  | intros L; exists (axis dk 1), (axis dk 1); intros i j I J; apply sum_axis; lia ].
Qed.

(** They do not exist in every width. *)
Theorem fails :
  ~ (forall T dk : nat, (1 <= T)%nat -> (1 <= dk)%nat -> exists q k, biorthogonal T dk q k).
Proof.
  intros H; specialize (H 2%nat 1%nat ltac:(lia) ltac:(lia)); apply region in H; lia.
Qed.

End Reading2.

(** ** repair: proved

    for all T, q, k, v: with w_j = e^<q, k_j> in the place of <q, k_j> and c = 1 / sum_l w_l as
    normaliser, the linear formula c sum_j w_j v_j is the softmax formula sum_j (c w_j) v_j *)
Module Repair.

Definition left_start (c : R) (w_1 v_1 : R) : R :=
  0 + c * w_1 * v_1.
Definition left_step (c : R) (l_y : R) (block : R * R) : R :=
  let '(w1, v1) := block in
  l_y + c * w1 * v1.
Definition left_finish (c : R) (l_y : R) : R :=
  l_y.
Definition left_side (c : R) (w_1 v_1 : R) (blocks : list (R * R)) : R :=
  left_finish c
    (fold_left (left_step c) blocks (left_start c w_1 v_1)).
Definition right_start (c : R) (w_1 v_1 : R) : R :=
  0 + w_1 * v_1.
Definition right_step (c : R) (r_y : R) (block : R * R) : R :=
  let '(w1, v1) := block in
  r_y + w1 * v1.
Definition right_finish (c : R) (r_y : R) : R :=
  c * r_y.
Definition right_side (c : R) (w_1 v_1 : R) (blocks : list (R * R)) : R :=
  right_finish c
    (fold_left (right_step c) blocks (right_start c w_1 v_1)).
Ltac opened := cbv beta iota delta [left_start left_step left_finish right_start right_step right_finish].

(** Both sides are equal, however many blocks of items follow the first ones. *)
Theorem holds :
  forall (c : R) (w_1 v_1 : R) (blocks : list (R * R)),
    left_side c w_1 v_1 blocks = right_side c w_1 v_1 blocks.
Proof.
  intros c w_1 v_1 blocks;
  assert (main : forall (blocks : list (R * R)) (l_y r_y : R),
      -(c * r_y) + l_y = 0 ->
      left_finish c (fold_left (left_step c) blocks l_y) =
      right_finish c (fold_left (right_step c) blocks r_y));
  [ clear; induction blocks as [|[w1 v1] blocks IH];
    intros l_y r_y I0;
    cbn [fold_left] in *;
    [ opened; apply Rminus_diag_uniq; transitivity (-(c * r_y) + l_y); [ ring | exact I0 ]
    | apply IH;
      [ opened; transitivity (-(c * r_y) + l_y); [ ring | rewrite ?I0; ring ] ] ]
  | unfold left_side, right_side; apply main;
    [ opened; ring ] ].
Qed.

End Repair.

Definition checked := (Reading1.fails, Reading2.region, Reading2.fails, Repair.holds).
Print Assumptions checked.
