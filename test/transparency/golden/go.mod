module titian.example/golden

go 1.25

require golang.org/x/mod v0.30.0
