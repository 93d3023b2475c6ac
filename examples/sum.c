/* C: cc -O2 -o sum examples/sum.c && counterclaim conform cmd:./sum
 * The requests are of one shape, so they are read as text: the numbers after "x" and "h0", some of them by name. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A number, in quotes or not; strtod knows NaN, Infinity and -0 too. */
static double number(char **at) {
  *at += **at == '"';
  double value = strtod(*at, at);
  *at += **at == '"';
  return value;
}

int main(void) {
  char *line = NULL;
  size_t room = 0;
  while (getline(&line, &room, stdin) > 0 && !strstr(line, "\"cmd\":\"stop\"")) {
    if (strstr(line, "\"cmd\":\"start\"")) {
      printf("{\"version\":1,\"implementation\":{\"name\":\"sum\",\"language\":\"C\"},"
             "\"implements\":[\"alternatingSum\"]}\n");
    } else {
      char *x = strstr(line, "\"x\":[") + 5, *h0 = strstr(line, "\"h0\":") + 5;
      double h = number(&h0);
      while (*x != ']') {
        h = number(&x) - h;
        x += *x == ',';
      }
      printf("{\"id\":%ld,\"result\":", strtol(strstr(line, "\"id\":") + 5, NULL, 10));
      printf(isfinite(h) ? "%.17g}\n" : isnan(h) ? "\"NaN\"}\n" : h > 0 ? "\"Infinity\"}\n" : "\"-Infinity\"}\n", h);
    }
    fflush(stdout);
  }
  free(line);
  return 0;
}
