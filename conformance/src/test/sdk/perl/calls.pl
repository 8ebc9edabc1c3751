# Calls each facade, given as DIALECT=ADDRESS, as OpenAPI::Client::OpenAI does, with the contract that the facade serves, and
# prints the result, a JSON line each. That class adds the key when a request starts, and calls operations by their names.
use strict;
use warnings;
use Mojo::JSON qw(encode_json);
use OpenAPI::Client;

my %calls = (
    'createClientSecret, turn_detection null' => [createClientSecret => {
        session => {
            type  => 'transcription',
            audio => { input => { transcription => { model => 'gpt-live-transcribe' }, turn_detection => undef } },
        },
    }],
    'createClientSecret realtime'             => [createClientSecret => { session => { type => 'realtime', model => 'gpt-realtime' } }],
    'createTranscriptionSession with nothing' => [createTranscriptionSession => {}],
);

sub verdict {
    my ($client, $operation, $body) = @_;
    my $tx = $client->$operation({ body => $body });
    my $read = $tx->res->json // {};
    return 'rejected by the client: ' . join ', ', map { $_->{path} } @{ $read->{errors} } if $read->{errors};
    return 'mints' if $tx->res->code == 200 && ($read->{value} // $read->{client_secret}{value}) && $read->{connect};
    return join ' ', $tx->res->code, $read->{error}{code} // '-', $read->{error}{param} // '-';
}

for my $argument (@ARGV) {
    my ($dialect, $address) = split /=/, $argument, 2;
    # For a document of 3.1 the module fetches a schema from elsewhere.
    my $client = OpenAPI::Client->new("$address/openapi-3.0.json", base_url => "$address/v1");
    $client->ua->on(start => sub { $_[1]->req->headers->authorization('Bearer the-callers-own') });
    for my $name (sort keys %calls) {
        print encode_json({ dialect => $dialect, call => $name, verdict => verdict($client, @{ $calls{$name} }) }), "\n";
    }
}
