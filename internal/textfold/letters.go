package textfold

// plain holds the ASCII letter of each letter with a mark in a block of
// Unicode: a space where there is none, an asterisk where there are two (see
// pairs).
var plain = [...]struct {
	first, last rune
	letters     string
}{
	{0x00C0, 0x024F, latin},
	{0x1E00, 0x1EFF, latinAdditional},
}

// latin is Latin-1 Supplement, Latin Extended-A and Latin Extended-B.
const latin = "" +
	"aaaaaa*ceeeeiiiidnooooo ouuuuy**aaaaaa*ceeeeiiiidnooooo ouuuuy*y" +
	"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkkllllll " +
	" llnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs" +
	"               a  f             oo             uu               " +
	"             aaiioouuuuuuuuuu aaaa    ggkkoooo  j   gg  nnaa    " +
	"aaaaeeeeiiiioooorrrruuuusstt  hh      aaeeooooooooyy            " +
	"                "

// latinAdditional is Latin Extended Additional.
const latinAdditional = "" +
	"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm" +
	"mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv" +
	"wwwwwwwwwwxxxxyyzzzzzzhtwy      aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
	"eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy      "
